import { type Asks, asksOf } from './asks.ts';
import { phraseAt, spelt } from './lexicon.ts';
import { isNumber, languageOf, split, toWord } from './words.ts';

/** What of a question is compared with another. */
export type Meaning = {
  /** Concepts, and stems of other words, each with the part of its weight that counts. */
  terms: ReadonlyMap<string, number>;
  /** Three letters in a row of the words that tell something: a misspelt word and its cognate in another language share most. */
  grams: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  asks: Asks;
};

/** Of a word that questions of any kind have, of the wider kind of a concept, and of a number. */
const COMMON = 0.5;
const KIND = 0.5;
const NUMBER = 0.5;

export function meaningOf(text: string): Meaning {
  const written = split(text);
  const language = languageOf(written);
  const words = written.map((word) => spelt(toWord(word, language), language));
  const terms = new Map<string, number>();
  const grams = new Set<string>();
  const numbers = new Set<string>();
  const put = (term: string, part: number) => void terms.set(term, Math.max(part, terms.get(term) ?? 0));

  for (let at = 0, length = 1; at < words.length; at += length) {
    const found = phraseAt(words, at, language);
    length = found?.length ?? 1;
    const word = words[at];
    if (found) {
      put(found.concept.id, found.concept.common ? COMMON : 1);
      for (const kind of found.concept.kinds) put(kind, KIND);
      for (const stem of found.concept.stems) addGrams(grams, stem);
    } else if (word && isNumber(word.stem)) {
      numbers.add(word.stem);
      put(word.stem, NUMBER);
    } else if (word && !word.stop) {
      put(word.stem, word.common ? COMMON : 1);
      if (!word.common) addGrams(grams, word.stem);
    }
  }
  return { terms, grams, numbers, asks: asksOf(words.map(({ stem }) => stem)) };
}

function addGrams(grams: Set<string>, stem: string): void {
  const padded = ` ${stem} `;
  for (let at = 0; at + 3 <= padded.length; at++) grams.add(padded.slice(at, at + 3));
}
