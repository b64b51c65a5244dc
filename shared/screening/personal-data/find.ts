import { findAddresses } from './addresses.ts';
import { findAges } from './ages.ts';
import { findContacts } from './contacts.ts';
import { findBirthDates } from './dates.ts';
import { findEmployers } from './employers.ts';
import { findNames } from './names.ts';
import { findNumbers } from './numbers.ts';
import { findPlaces } from './places.ts';
import { scan } from './scan.ts';
import type { PersonalKind } from '../../marks.ts';
import type { PersonalSpan } from './span.ts';

export type { PersonalSpan } from './span.ts';

/** The surest first: of two that overlap, the later one keeps only what is left of it. */
const finders = [findContacts, findBirthDates, findNumbers, findAges, findAddresses, findEmployers, findNames, findPlaces];

/**
 * Stretches of a text, in English or Spanish or both, that may tell who somebody is. It misses some and marks some that are nobody's: it
 * is for a person to look at, never to decide by.
 * @returns sorted, not overlapping, in UTF-16 units of `text`
 */
export function findPersonalData(text: string): PersonalSpan[] {
  const read = scan(text);
  const taken = new Uint8Array(text.length);
  const kept = finders.flatMap((find) => find(read).flatMap((span) => free(text, span, taken)));
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The pieces of a span that no other has taken, and takes them. */
function free(text: string, span: PersonalSpan, taken: Uint8Array): PersonalSpan[] {
  const pieces: PersonalSpan[] = [];
  for (let at = span.start; at < span.end; at++) {
    let end = at;
    while (end < span.end && taken[end] === 0) end++;
    if (end === at) continue;
    const whole = at === span.start && end === span.end;
    const piece = whole ? span : trimmed(text, { ...span, start: at, end });
    if (whole || piece.end - piece.start > 2) pieces.push(piece);
    at = end;
  }
  taken.fill(1, span.start, span.end);
  return pieces;
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
