import * as z from 'zod';
import { DeclineReason, Epoch, Timestamp, TrackSource } from '@bedside/shared/commands.ts';
import { NodeId, PersonId, QuestionId, TextId } from '@bedside/shared/ids.ts';

/** A text's row beside the log and the salted digest (SHA-256, base64url) that proves it unchanged (rule A9). */
export const TextRef = z.strictObject({ id: TextId, digest: z.string() });
export type TextRef = z.infer<typeof TextRef>;

const question = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId });
const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });

/** What happened, in the past tense. Parsed again when read: a log outlives the program that wrote it. */
export const Fact = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('session-scheduled'),
    title: z.string(),
    description: z.string(),
    host: z.strictObject({ name: z.string(), title: z.string() }),
    startsAt: Timestamp,
  }),
  bare('session-opened'),
  bare('session-went-live'),
  bare('session-paused'),
  bare('session-ended'),
  z.strictObject({
    type: z.literal('question-submitted'),
    questionId: QuestionId,
    author: PersonId,
    text: TextRef,
    name: z.nullable(TextRef),
  }),
  question('question-withdrawn'),
  question('question-approved'),
  z.strictObject({ type: z.literal('question-declined'), questionId: QuestionId, reason: DeclineReason, note: z.nullable(TextRef) }),
  question('review-undone'),
  question('answer-started'),
  question('answer-finished'),
  question('question-skipped'),
  question('question-requeued'),
  question('question-pinned'),
  question('question-unpinned'),
  z.strictObject({
    type: z.literal('votes-cast'),
    votes: z.array(z.strictObject({ questionId: QuestionId, voter: PersonId, on: z.boolean() })),
  }),
  z.strictObject({ type: z.literal('track-set'), source: TrackSource, muted: z.boolean() }),
  z.strictObject({
    type: z.literal('stream-started'),
    epoch: Epoch,
    tracks: z.array(TrackSource),
    /** Where the doctor sends to; absent in logs of before there were several nodes. */
    node: z.optional(NodeId),
  }),
  z.strictObject({ type: z.literal('stream-lost'), epoch: Epoch }),
  z.strictObject({ type: z.literal('stream-stopped'), epoch: Epoch }),
]);
export type Fact = z.infer<typeof Fact>;

/** Who did it: the audit log is the log. `person` is null for the server itself. */
export const By = z.strictObject({ role: z.enum(['viewer', 'moderator', 'host', 'organiser', 'system']), person: z.nullable(PersonId) });
export type By = z.infer<typeof By>;

export const Event = z.strictObject({ seq: z.int().positive(), at: Timestamp, by: By, fact: Fact });
export type Event = z.infer<typeof Event>;
