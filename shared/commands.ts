import * as z from 'zod/mini';
import { type NodeId, QuestionId } from './ids.ts';
import { limits } from './limits.ts';
import { DisplayName, multiline, NoteText, QuestionText, singleLine } from './text.ts';

/** Coded reasons of a decline; each has words for the asker in the client's locale files. */
export const DeclineReason = z.enum([
  'personal-details',
  'needs-own-doctor',
  'already-asked',
  'off-topic',
  'not-respectful',
  'unclear',
  'other',
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** The doctor's two tracks. */
export const TrackSource = z.enum(['camera', 'microphone']);
export type TrackSource = z.infer<typeof TrackSource>;

/** Milliseconds since 1970-01-01T00:00Z. */
export const Timestamp = z.int().check(z.nonnegative(), z.maximum(8.64e15));

/** Counts the times a stream was put on stage in a session; a lost stream comes back one higher. */
export const Epoch = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

const question = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId });
const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

export const ScheduleSession = z.strictObject({
  type: z.literal('schedule-session'),
  title: singleLine(limits.titleMin, limits.titleMax),
  description: z.optional(multiline(0, limits.descriptionMax)),
  host: z.strictObject({ name: singleLine(1, limits.displayNameMax * 2), title: singleLine(0, limits.titleMax) }),
  startsAt: Timestamp,
});

export const SubmitQuestion = z.strictObject({
  type: z.literal('submit-question'),
  text: QuestionText,
  name: z.optional(DisplayName),
});

export const CastVote = z.strictObject({
  type: z.literal('cast-vote'),
  questionId: QuestionId,
  /** What the vote should be, not a toggle: sending it twice is harmless. */
  on: z.boolean(),
});

export const DeclineQuestion = z.strictObject({
  type: z.literal('decline-question'),
  questionId: QuestionId,
  reason: DeclineReason,
  note: z.optional(NoteText),
});

export const SetTrack = z.strictObject({ type: z.literal('set-track'), source: TrackSource, muted: z.boolean() });

/** What a person in a session may send through `session:command`. */
export const SessionCommand = z.discriminatedUnion('type', [
  bare('open-session'),
  bare('go-live'),
  bare('pause-session'),
  bare('end-session'),
  SubmitQuestion,
  question('withdraw-question'),
  CastVote,
  question('approve-question'),
  DeclineQuestion,
  question('undo-review'),
  question('start-answer'),
  question('finish-answer'),
  question('skip-question'),
  question('requeue-question'),
  question('pin-question'),
  question('unpin-question'),
  SetTrack,
]);
export type SessionCommand = z.infer<typeof SessionCommand>;

/** What the server's own media layer says of the stream; never accepted from outside. */
export type SystemCommand =
  | { type: 'start-stream'; tracks: readonly TrackSource[]; node: NodeId }
  | { type: 'lose-stream'; epoch: number }
  | { type: 'stop-stream'; epoch: number };

export type Command = z.infer<typeof ScheduleSession> | SessionCommand | SystemCommand;
export type CommandType = Command['type'];
