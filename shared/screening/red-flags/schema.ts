import * as z from 'zod/mini';
import { FlagCode } from '../../marks.ts';

const Line = z.string().check(z.minLength(1), z.maxLength(400));
const Lines = z.array(Line);
const Day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** What is looked for of one emergency. The language of `phrases` and `always` is told in README.md beside this file. */
export const PackFlag = z.strictObject({
  title: Line,
  /** Not where the words around say that it is past, somebody's question about the matter, or not so. */
  phrases: Lines,
  /** Whatever the words around say, but for a plain “not” and `unless`. */
  always: Lines,
  /** What makes another thing of it, anywhere in its sentence: gums, for bleeding. */
  unless: Lines,
  /** Examples that must be marked with this flag. */
  matches: z.array(Line).check(z.minLength(3)),
  /** Examples that must not be marked with this flag. */
  passes: z.array(Line).check(z.minLength(3)),
});

export const Pack = z.strictObject({
  $schema: z.optional(z.string()),
  /** Counted up with each change that reaches people. */
  version: z.int().check(z.positive()),
  locale: z.string().check(z.regex(/^[a-z]{2}$/)),
  /** The day on which a clinician reviewed this version, and who; null and nobody until one has. */
  reviewed: z.nullable(Day),
  reviewers: Lines,
  note: Line,
  /** Words that stand for numbers. */
  numbers: z.record(z.string(), z.number()),
  /** Groups of words and phrases, used elsewhere as `$name`. */
  lists: z.record(z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/)), Lines),
  /** Words that look like a slip of the pen and are none. */
  notTypos: Lines,
  context: z.strictObject({
    /** Before what is not so. */
    not: Lines,
    /** Between what is listed: “no pain, fever or cough”. */
    or: Lines,
    /** In a sentence about what was once. */
    past: Lines,
    /** Before, in a question about the matter itself. */
    asked: Lines,
    /** The same, after it. */
    askedAfter: Lines,
    /** That it is happening: stronger than `past` and `asked`. */
    now: Lines,
    /** That it is somebody's own: after `asked`, stronger than it. */
    own: Lines,
    /** Where what was said before ends to count. */
    but: Lines,
  }),
  flags: z.partialRecord(FlagCode, PackFlag),
});
export type Pack = z.infer<typeof Pack>;

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `should be there, as ${issue.expected}`;
    case 'unrecognized_keys':
      return `has ${issue.keys.join(', ')}, which mean nothing here`;
    case 'too_small':
      return `should be at least ${issue.minimum}`;
    case 'too_big':
      return `should be at most ${issue.maximum}`;
    case 'invalid_format':
      return `is not written as ${issue.pattern ?? issue.format}`;
    case 'invalid_key':
      return 'is not a name that may stand here';
    default:
      return issue.message;
  }
}

/**
 * A pack that was read from a file. Throws `Error` with one line for each thing that is wrong and where it is. Whether its
 * phrases are well written is told by `problemsOf`.
 */
export function loadPack(json: unknown): Pack {
  const parsed = Pack.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'} ${inWords(issue)}`).join('\n'));
}
