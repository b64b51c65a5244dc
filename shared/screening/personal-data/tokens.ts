/** A word (letters), a number (digits) or a mark (one other character that is not white space). */
export type Token = {
  type: 'word' | 'number' | 'mark';
  start: number;
  end: number;
  text: string;
  /** Lower case, without diacritics: `jose` for `José`. */
  folded: string;
  /** How a word is written: `Ana`, `ANA` (two letters or more), `ana`. A number and a mark are lower. */
  shape: 'title' | 'upper' | 'lower';
  /** It begins with a capital that tells something: not one of a heading, nor of a sentence all in capitals. Set by `scan`. */
  capital: boolean;
  /** Nothing stands between this one and the one before. */
  glued: boolean;
  /** A line ended between this one and the one before, or it is the first. */
  opensLine: boolean;
};

const LETTER = /[\p{L}\p{M}]/u;
const MARKS = /\p{M}/gu;
/** Longer than any name; putting accents in order takes longer than linear time, so that no more is ever given to it. */
const FOLDED_MAX = 40;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 160 || code === 0x202f || code === 0x2009;
const isApostrophe = (code: number) => code === 39 || code === 0x2019 || code === 96 || code === 0xb4;

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return LETTER.test(text.charAt(at));
}

export function fold(word: string): string {
  const lower = word.toLowerCase();
  let ascii = lower.length <= FOLDED_MAX;
  for (let at = 0; ascii && at < lower.length; at++) ascii = lower.charCodeAt(at) < 128;
  if (ascii || lower.length > FOLDED_MAX) return lower;
  return lower
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('đ', 'd')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('’', "'");
}

function shapeOf(word: string): Token['shape'] {
  // The capital of `d'Aubigné`.
  const first = /^[a-z]['’]./.test(word) ? word.charAt(2) : word.charAt(0);
  if (first === first.toLowerCase()) return 'lower';
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'title';
}

/** Where the word that begins at `start` ends: an apostrophe between letters belongs to it, but not that of `Crohn's`. */
function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    if (isLetter(text, end)) end++;
    else if (isApostrophe(text.charCodeAt(end)) && isLetter(text, end + 1) && !isPossessive(text, start, end)) end++;
    else break;
  }
  return end;
}

const CONTRACTED = new Set(['he', 'she', 'it', 'that', 'name', 'who', 'what', 'there', 'here']);

/** Of `Crohn's`, but not of `she's`. */
function isPossessive(text: string, start: number, apostrophe: number): boolean {
  if (CONTRACTED.has(text.slice(start, Math.min(apostrophe, start + 6)).toLowerCase())) return false;
  const next = text.charAt(apostrophe + 1);
  return (next === 's' || next === 'S') && !isLetter(text, apostrophe + 2);
}

export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let opensLine = true;
  let at = 0;
  let last = -1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (code === 10 || code === 13) opensLine = true;
      at++;
      continue;
    }
    const start = at;
    let type: Token['type'] = 'mark';
    if (isDigit(code)) {
      type = 'number';
      while (isDigit(text.charCodeAt(at))) at++;
    } else if (isLetter(text, at)) {
      type = 'word';
      at = wordEnd(text, at);
    } else at++;
    const own = text.slice(start, at);
    const word = type === 'word';
    tokens.push({
      type,
      start,
      end: at,
      text: own,
      folded: word ? fold(own) : own,
      shape: word ? shapeOf(own) : 'lower',
      capital: false,
      glued: start === last,
      opensLine,
    });
    last = at;
    opensLine = false;
  }
  return tokens;
}
