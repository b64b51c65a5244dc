import { findAddresses } from './addresses.ts';
import { findContacts } from './contacts.ts';
import { findAges, findBirthDates } from './dates.ts';
import { findEmployers } from './employers.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { findPlaces } from './places.ts';
import { scan } from './scan.ts';
import type { PersonalKind, PersonalSpan } from './span.ts';

export { PersonalKind, type PersonalSpan } from './span.ts';

/** The surest first: of two that overlap, the later one keeps only what is left of it. */
const finders = [findContacts, findBirthDates, findNumbers, findAges, findAddresses, findEmployers, findNames, findPlaces];

/**
 * Stretches of a text, in English or Spanish or both, that may tell who somebody is. It misses some and marks some that are nobody's: it
 * is for a person to look at, never to decide by.
 * @returns sorted, not overlapping, in UTF-16 units of `text`
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const read = scan(text);
  const kept: PersonalSpan[] = [];
  for (const find of finders) {
    const rest = find(read).flatMap((span) => without(text, span, kept));
    kept.push(...rest.filter(isFirstOf(rest)));
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

const overlaps = (a: PersonalSpan, b: PersonalSpan) => a.start < b.end && b.start < a.end;
const isFirstOf = (spans: readonly PersonalSpan[]) => (span: PersonalSpan, index: number) =>
  !spans.slice(0, index).some((other) => overlaps(span, other));

/** What is left of a span beside those that are kept. */
function without(text: string, span: PersonalSpan, kept: readonly PersonalSpan[]): PersonalSpan[] {
  let left = [span];
  for (const other of kept) {
    if (!overlaps(span, other)) continue;
    left = left.flatMap((piece) => {
      if (!overlaps(piece, other)) return [piece];
      return [
        trimmed(text, { ...piece, end: Math.max(piece.start, other.start) }),
        trimmed(text, { ...piece, start: Math.min(piece.end, other.end) }),
      ].filter(({ start, end }) => end - start > 2);
    });
  }
  return left;
}

const isEdge = (char: string) => /[\s.,;:()'"-]/.test(char);

function trimmed(text: string, span: PersonalSpan): PersonalSpan {
  let { start, end } = span;
  while (start < end && isEdge(text.charAt(start))) start++;
  while (end > start && isEdge(text.charAt(end - 1))) end--;
  return { ...span, start, end };
}

/**
 * The text with a word in place of each span, as a person asked for.
 * @param spans sorted and not overlapping, as `findPersonalData` gives them
 * @param words what stands in place of a kind, `[name]`
 */
export function redact(text: string, spans: readonly PersonalSpan[], words: (kind: PersonalKind) => string): string {
  let redacted = '';
  let at = 0;
  for (const { kind, start, end } of spans) {
    redacted += text.slice(at, start) + words(kind);
    at = end;
  }
  return redacted + text.slice(at);
}
