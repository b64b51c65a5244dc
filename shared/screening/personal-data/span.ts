import type { PersonalKind } from '../../marks.ts';

/** What is marked: a stretch of a text, in UTF-16 units of the text as it was given: from `start` up to, not including, `end`. A country
 * alone is none: it points to millions. */
export type PersonalSpan = { kind: PersonalKind; start: number; end: number };
