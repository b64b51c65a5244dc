import type { Span } from './drafts.ts';

export type Segment = { text: string; at: number; kind: Span['kind'] | null };

/** A text cut at its spans, which are in order and don't overlap. What lies outside of the text is left out. */
export function segments(text: string, spans: readonly Span[]): Segment[] {
  const cut: Segment[] = [];
  let at = 0;
  for (const { kind, start, end } of spans) {
    if (start < at || end > text.length || end <= start) continue;
    if (start > at) cut.push({ text: text.slice(at, start), at, kind: null });
    cut.push({ text: text.slice(start, end), at: start, kind });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), at, kind: null });
  return cut;
}
