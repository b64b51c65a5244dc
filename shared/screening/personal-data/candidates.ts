import type { Scan } from './scan.ts';
import type { Token } from './tokens.ts';

/** Digits, and letters that stand with them, that may be one number of somebody's. */
export type Candidate = {
  start: number;
  end: number;
  /** The index of the token after it. */
  after: number;
  /** `3-3-4` for groups of digits, letters as `A` each: `8A`, `AA6A`; any separators are a hyphen. */
  shape: string;
  /** Without separators, in capitals. */
  compact: string;
  digits: number;
  plus: boolean;
};

const SEPARATORS = new Set(['-', '.', '(', ')', '/', '–', '‑', '+', '·']);
const COMPACT_MAX = 24;
const GROUPS_MAX = 8;
const SEPARATORS_MAX = 3;

const isBlank = (token: Token | undefined) => token !== undefined && token.type === 'mark' && SEPARATORS.has(token.text);

/** Whether a number may begin with this token: not in the middle of a word, a decimal or a number with thousands. */
export function canBegin({ tokens }: Scan, index: number): boolean {
  const [token, before, second] = [tokens[index], tokens[index - 1], tokens[index - 2]];
  if (!token || token.type === 'mark') return false;
  if (!token.glued || !before) return true;
  if (before.type !== 'mark') return false;
  return !((before.text === ',' || before.text === '.') && before.glued && second?.type === 'number');
}

const isEnd = (tokens: readonly Token[], after: number) => {
  const next = tokens[after];
  if (!next?.glued) return true;
  if (next.type !== 'mark') return false;
  return !(
    (next.text === ',' || next.text === '%' || next.text === '@') &&
    (next.text !== ',' || (tokens[after + 1]?.glued && tokens[after + 1]?.type === 'number'))
  );
};

const mayJoin = (token: Token, first: boolean) => {
  if (token.type === 'number') return true;
  if (!/^[A-Za-z]{1,6}$/.test(token.text)) return false;
  return token.glued || (token.shape !== 'lower' && (token.text.length <= 2 || first));
};

/** What may be one number beginning with the token at `index`, the longest first. */
export function candidatesAt({ tokens }: Scan, index: number): Candidate[] {
  const first = tokens[index];
  if (!first || !mayJoin(first, true)) return [];
  const found: Candidate[] = [];
  const before = tokens[index - 1];
  const plus = before?.text === '+' && first.glued;
  const opened = before?.text === '(' && first.glued;
  const start = opened || plus ? before.start : first.start;
  let [shape, compact, digits, groups, blanks] = ['', '', 0, 1, 0];
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || (at > index && token.opensLine)) break;
    if (isBlank(token)) {
      if (token.text === '/' && !token.glued) break;
      if (++blanks > SEPARATORS_MAX || at === index) break;
      continue;
    }
    if (!mayJoin(token, at === index)) break;
    if (at > index && (blanks > 0 || !token.glued)) {
      if (++groups > GROUPS_MAX) break;
      shape += '-';
    }
    blanks = 0;
    compact += token.text.toUpperCase();
    if (compact.length > COMPACT_MAX) break;
    shape += token.type === 'number' ? String(token.text.length) : 'A'.repeat(token.text.length);
    if (token.type === 'number') digits += token.text.length;
    if (isEnd(tokens, at + 1)) found.push({ start, end: token.end, after: at + 1, shape, compact, digits, plus });
  }
  return found.reverse();
}
