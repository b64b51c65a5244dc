import { conditions } from './lexicon-conditions.ts';
import { kinds, medicines } from './lexicon-medicines.ts';
import { symptoms } from './lexicon-symptoms.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { type Language, split, toWord, type Word } from './words.ts';

/** What several words for the same thing come to. */
export type Concept = {
  id: string;
  /** Said in questions of any kind. */
  common: boolean;
  /** Ids of concepts that are wider. */
  kinds: string[];
  /** Of its first English name, whatever it was called. */
  stems: string[];
};

type Phrases = {
  /** By the stems of a phrase, with a space between them. */
  of: Map<string, Concept>;
  /** Words of the longest phrase that begins with this stem. */
  longest: Map<string, number>;
  spelling: Spelling;
};

let read: Record<Language, Phrases> | null = null;

/** Read from the lists when it is first needed: a page that nobody asks on does without. */
const lexicon = (): Record<Language, Phrases> => (read ??= readLexicon());

/** The phrase that begins at a word, the longest that there is. A Spanish question may have English names of medicines in it. */
export function phraseAt(words: readonly Word[], start: number, language: Language): { concept: Concept; length: number } | null {
  const { en, es } = lexicon();
  for (const phrases of language === 'es' ? [es, en] : [en]) {
    for (let length = phrases.longest.get(words[start]?.stem ?? '') ?? 0; length > 0; length--) {
      const stems = words.slice(start, start + length).map(({ stem }) => stem);
      const concept = phrases.of.get(stems.join(' '));
      if (concept && stems.length === length) return { concept, length };
    }
  }
  return null;
}

/** A word that is nearly one of the lexicon's, and no other, as that one. */
export function spelt(word: Word, language: Language): Word {
  if (word.stop || word.common) return word;
  const { en, es } = lexicon();
  const lists = language === 'es' ? [es, en] : [en];
  if (lists.some(({ spelling }) => spelling.knows(word.stem))) return word;
  const right = lists.map(({ spelling }) => spelling.nearTo(word.stem)).find((near) => near !== null) ?? null;
  return right === null ? word : { ...word, stem: right };
}

function readLexicon(): Record<Language, Phrases> {
  const concepts: Concept[] = [];
  const found = { en: new Map<string, Concept>(), es: new Map<string, Concept>() };
  const lines = [conditions, medicines, symptoms].flatMap((list) => list.split('\n').filter(Boolean));
  for (const [index, line] of lines.entries()) {
    const [english = '', spanish = ''] = line.split('|');
    const names = { en: english.split(','), es: spanish.split(',') };
    const first = wordsOf(names.en[0] ?? '', 'en');
    const concept: Concept = {
      id: `#${index}`,
      common: first.length === 1 && first.every(({ common }) => common),
      kinds: [],
      stems: first.filter(({ stop, common }) => !stop && !common).map(({ stem }) => stem),
    };
    concepts.push(concept);
    for (const language of ['en', 'es'] as const) {
      for (const name of names[language]) if (name.trim() !== '') found[language].set(keyOf(name, language), concept);
    }
  }
  for (const line of kinds.split('\n').filter(Boolean)) {
    const [kind = '', members = ''] = line.split(':');
    const wider = found.en.get(keyOf(kind, 'en'));
    for (const member of members.split(',')) if (wider) found.en.get(keyOf(member, 'en'))?.kinds.push(wider.id);
  }
  return { en: phrasesOf(found.en), es: phrasesOf(found.es) };
}

function phrasesOf(of: Map<string, Concept>): Phrases {
  const longest = new Map<string, number>();
  const all = [...of.keys()].map((key) => key.split(' '));
  for (const stems of all) {
    const [first = ''] = stems;
    longest.set(first, Math.max(stems.length, longest.get(first) ?? 0));
  }
  return { of, longest, spelling: createSpelling(all.flat()) };
}

const wordsOf = (phrase: string, language: Language) => split(phrase).map((word) => toWord(word, language));

const keyOf = (phrase: string, language: Language) =>
  wordsOf(phrase, language)
    .map(({ stem }) => stem)
    .join(' ');
