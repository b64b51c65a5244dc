import * as z from 'zod/mini';

/** What is marked. A country alone is none of these: it points to millions. */
export const PersonalKind = z.enum([
  'name',
  'place',
  'phone',
  'email',
  'birth-date',
  'age',
  'record-number',
  'national-id',
  'address',
  'url',
  'handle',
  'employer',
]);
export type PersonalKind = z.infer<typeof PersonalKind>;

/** A stretch of a text, in UTF-16 units of the text as it was given: from `start` up to, not including, `end`. */
export type PersonalSpan = { kind: PersonalKind; start: number; end: number };
