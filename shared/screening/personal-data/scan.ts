import type { PersonalSpan } from './span.ts';
import { tokenise, type Token } from './tokens.ts';

/** A text as the finders read it. */
export type Scan = {
  text: string;
  tokens: readonly Token[];
};

const SENTENCE_ENDS = new Set(['.', '!', '?', ':', ';', '…', '¿', '¡', '"', '“', '•', '*']);
/** A sentence of fewer words is no heading, and none that is shouted. */
const HEADING_MIN = 6;
const SHOUTED_MIN = 3;

export function scan(text: string): Scan {
  const tokens = tokenise(text);
  const shouted = share(tokens, 'upper') > 0.5;
  for (let from = 0; from < tokens.length;) {
    let to = from + 1;
    while (to < tokens.length && !tokens[to]?.opensLine && !/^[.!?]$/.test(tokens[to - 1]?.text ?? '')) to++;
    const own = tokens.slice(from, to);
    const words = own.filter(({ type, text: word }) => type === 'word' && word.length > 1).length;
    const heading = words >= HEADING_MIN && share(own, 'title') > 0.8;
    const loud = words >= SHOUTED_MIN ? share(own, 'upper') > 0.6 : shouted;
    for (const token of own)
      token.capital = token.type === 'word' && ((token.shape === 'title' && !heading) || (token.shape === 'upper' && !loud));
    from = to;
  }
  return { text, tokens };
}

function share(tokens: readonly Token[], shape: Token['shape']): number {
  const words = tokens.filter(({ type, text }) => type === 'word' && text.length > 1);
  return words.filter((word) => word.shape === shape).length / Math.max(1, words.length);
}

/** The span of the tokens from `from` up to, not including, `to`. */
export function spanOf(kind: PersonalSpan['kind'], { tokens }: Scan, from: number, to: number): PersonalSpan[] {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last && to > from ? [{ kind, start: first.start, end: last.end }] : [];
}

export function opensSentence({ tokens }: Scan, index: number): boolean {
  const before = tokens[index - 1];
  return !before || tokens[index]?.opensLine === true || SENTENCE_ENDS.has(before.text);
}

export const isCapital = (token: Token | undefined): boolean => token?.capital ?? false;
