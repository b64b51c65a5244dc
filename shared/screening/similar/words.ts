import { commonWords, irregularWords, numberWords, stopWords } from './word-lists.ts';

export type Language = 'en' | 'es';

/** One word of a text as it is compared. */
export type Word = {
  stem: string;
  /** Of the grammar alone: nothing is told by it. */ stop: boolean;
  /** Said in questions of any kind. */ common: boolean;
};

/** Characters of a text that are looked at: a question has fewer (rule Q2), and no text may cost more than one. */
const MOST_CHARS = 2000;
const WORD = /\p{N}{1,12}|\p{L}{1,40}/gu;
const MARKS = /\p{M}/gu;
const POSSESSIVE = /['’]s(?!\p{L})/gu;
const APOSTROPHE = /['’]/g;
const DIGITS = /^\p{N}/u;

/** Lower case without accents, as words and numbers: `30mg` is two. */
export function split(text: string): string[] {
  const plain = text.slice(0, MOST_CHARS).toLowerCase().normalize('NFD').replace(MARKS, '');
  return plain.replace(POSSESSIVE, '').replace(APOSTROPHE, '').match(WORD) ?? [];
}

/** By the words of the grammar; English where none tells. */
export function languageOf(words: readonly string[]): Language {
  let balance = 0;
  for (const word of words) {
    if (stopWords.es.has(word)) balance++;
    if (stopWords.en.has(word)) balance--;
  }
  return balance > 0 ? 'es' : 'en';
}

export function toWord(word: string, language: Language): Word {
  const number = numberWords.get(word);
  const stem = number ?? stemOf(word, language);
  return { stem, stop: number === undefined && stopWords[language].has(word), common: commonStems[language].has(stem) };
}

export const isNumber = (stem: string): boolean => DIGITS.test(stem);

/** What is left of a word when its inflection is taken off: not a word, and the same for its other forms. */
export function stemOf(word: string, language: Language): string {
  if (word.length < 4 || isNumber(word)) return irregularWords.get(word) ?? word;
  const irregular = irregularWords.get(word);
  if (irregular !== undefined) return irregular;
  return language === 'es' ? spanish(word) : english(word);
}

const VOWEL = /[aeiouy]/;
const PLAIN_S = /[^sui]s$/;
const ES_AFTER = /(?:s|x|z|ch|sh)es$/;
const DOUBLED = /([bdfgmnprt])\1$/;

function english(word: string): string {
  let stem = word;
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (ES_AFTER.test(stem)) stem = stem.slice(0, -2);
  else if (PLAIN_S.test(stem)) stem = stem.slice(0, -1);
  stem = without(stem, ENGLISH_ENDINGS, 3);
  stem = stem.replace(DOUBLED, '$1');
  if (stem.endsWith('e') && stem.length > 3) stem = stem.slice(0, -1);
  return stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem;
}

/** The first that fits; what is left has a vowel and at least this many letters. */
function without(word: string, endings: readonly string[], least: number): string {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, word.length - ending.length);
    if (rest.length >= least && VOWEL.test(rest)) return rest;
  }
  return word;
}

const ENGLISH_ENDINGS = [
  'fulness',
  'ations',
  'ation',
  'ating',
  'ated',
  'ness',
  'iously',
  'ious',
  'ment',
  'ally',
  'ing',
  'ion',
  'ive',
  'ed',
  'ly',
  'ate',
  'ous',
  'al',
];

function spanish(word: string): string {
  let stem = word;
  if (stem.endsWith('ces') && stem.length > 4) stem = `${stem.slice(0, -3)}z`;
  else if (stem.endsWith('es') && stem.length > 5) stem = stem.slice(0, -2);
  else if (stem.endsWith('s') && stem.length > 4) stem = stem.slice(0, -1);
  stem = without(stem, SPANISH_ENDINGS, 3);
  const last = stem.at(-1) ?? '';
  return stem.length > 3 && 'aeo'.includes(last) ? stem.slice(0, -1) : stem;
}

const SPANISH_ENDINGS = [
  'amiento',
  'imiento',
  'aciones',
  'acion',
  'iendo',
  'ieron',
  'ando',
  'aron',
  'mente',
  'cion',
  'sion',
  'ado',
  'ada',
  'ido',
  'ida',
  'ar',
  'er',
  'ir',
];

const commonStems = {
  en: new Set(commonWords.en.map((word) => stemOf(word, 'en'))),
  es: new Set(commonWords.es.map((word) => stemOf(word, 'es'))),
};
