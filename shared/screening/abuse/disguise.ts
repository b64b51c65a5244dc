import { plain, type Word } from '../red-flags/words.ts';

/** A word with signs or digits among its letters, and a test of what it may stand for. */
type Disguise = { start: number; end: number; looksLike(word: Known): boolean };
type Known = { stem: string; open: boolean };

const RUN = /[\p{L}\p{M}\p{N}@$!*#€¡|+]+/gu;
const LETTER = /\p{L}/u;
const SIGN = /[\p{N}@$!*#€¡|+]/u;
const LONGEST = 30;

/** What a sign is read as, as in “leetspeak”; a star is any letter. */
const readAs: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'ao',
  $: 's',
  '€': 'e',
  '!': 'il',
  '¡': 'i',
  '|': 'il',
  '+': 't',
};

const fits = (sign: string, letter: string | undefined) =>
  letter !== undefined && (sign === letter || sign === '*' || sign === '#' || (readAs[sign]?.includes(letter) ?? false));

/** Words with signs in them that hide letters: “f*ck”, “sh1t”, “@sshole”. Not “B12” or “stop!!”. */
export function disguisesOf(text: string): Disguise[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    if (run.length > LONGEST || !SIGN.test(run) || !LETTER.test(run)) return [];
    // An exclamation mark at the end is one.
    let to = run.length;
    while (run.charAt(to - 1) === '!') to--;
    const bare = plain(run.slice(0, to));
    const signs = Array.from(bare);
    if (signs.length < 3 || !signs.some((sign) => SIGN.test(sign))) return [];
    // Stars at the beginning, or for all but one letter of a short word, are lists and emphasis.
    const stars = signs.filter((sign) => sign === '*' || sign === '#').length;
    if (/^[*#]/.test(bare) || (stars > 0 && signs.length - stars < (signs.length > 3 ? 1 : 2))) return [];
    const looksLike = ({ stem, open }: Known) =>
      (open ? signs.length >= stem.length : signs.length === stem.length) &&
      signs.every((sign, at) => (at < stem.length ? fits(sign, stem[at]) : LETTER.test(sign)));
    return [{ start: index, end: index + run.length, looksLike }];
  });
}

/** Letters that stand alone, “f u c k” or “f.u.c.k”, are one word where `isKnown` knows it. */
export function spelledOut(words: readonly Word[], isKnown: (letters: string) => boolean): Word[] {
  const result: Word[] = [];
  let at = 0;
  while (at < words.length) {
    let to = at;
    while (to < words.length && to - at < LONGEST && words[to]?.text.length === 1) to++;
    const first = words[at];
    // The longest that is a word, of three letters or more.
    let length = to - at;
    while (length >= 3 && !isKnown(joinedText(words, at, length))) length--;
    const last = words[at + length - 1];
    if (length >= 3 && first && last) {
      result.push({ ...first, text: joinedText(words, at, length), end: last.end });
      at += length;
    } else {
      if (first) result.push(first);
      at++;
    }
  }
  return result;
}

const joinedText = (words: readonly Word[], from: number, length: number) =>
  words
    .slice(from, from + length)
    .map(({ text }) => text)
    .join('');
