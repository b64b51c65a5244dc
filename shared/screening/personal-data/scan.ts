import type { PersonalSpan } from './span.ts';
import { tokenise, type Token } from './tokens.ts';

/** A text as the finders read it. */
export type Scan = {
  text: string;
  tokens: readonly Token[];
  /** Most words are capitals throughout, or most begin with one: a capital then tells nothing. */
  capitalsTellNothing: boolean;
};

export function scan(text: string): Scan {
  const tokens = tokenise(text);
  const words = tokens.filter(({ type, text: own }) => type === 'word' && own.length > 1);
  const capital = words.filter(({ shape }) => shape !== 'lower').length;
  return { text, tokens, capitalsTellNothing: words.length >= 6 && capital > words.length * 0.7 };
}

/** The span of the tokens from `from` up to, not including, `to`. */
export function spanOf(kind: PersonalSpan['kind'], { tokens }: Scan, from: number, to: number): PersonalSpan[] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && to > from ? [{ kind, start: first.start, end: last.end }] : [];
}

const SENTENCE_ENDS = new Set(['.', '!', '?', ':', ';', '…', '¿', '¡', '"', '“', '•', '*']);

export function opensSentence({ tokens }: Scan, index: number): boolean {
  const before = tokens[index - 1];
  return !before || tokens[index]?.opensLine === true || SENTENCE_ENDS.has(before.text);
}

/** Whether a token begins with a capital, and that tells something in this text. */
export const isCapital = ({ capitalsTellNothing }: Scan, token: Token | undefined): boolean =>
  token?.type === 'word' && token.shape !== 'lower' && !capitalsTellNothing;
