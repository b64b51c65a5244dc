import * as z from 'zod/mini';
import { DeclineReason, Epoch, Timestamp, TrackSource } from './commands.ts';
import { QuestionId, SessionId } from './ids.ts';
import { Audience } from './roles.ts';

/** Number of the last event a view has seen. */
export const Seq = z.int().check(z.nonnegative());

export const Phase = z.enum(['scheduled', 'open', 'live', 'paused', 'ended']);
export type Phase = z.infer<typeof Phase>;

export const QuestionStatus = z.enum(['pending', 'approved', 'declined', 'withdrawn', 'answering', 'answered', 'skipped']);
export type QuestionStatus = z.infer<typeof QuestionStatus>;

export const TrackState = z.enum(['off', 'on', 'muted']);
export type TrackState = z.infer<typeof TrackState>;

export const StreamView = z.object({
  epoch: Epoch,
  /** `lost`: it was on stage and broke; the doctor's page is bringing it back. */
  status: z.enum(['off', 'on', 'lost']),
  tracks: z.record(TrackSource, TrackState),
});
export type StreamView = z.infer<typeof StreamView>;

export const SessionView = z.object({
  id: SessionId,
  title: z.string(),
  description: z.string(),
  host: z.object({ name: z.string(), title: z.string() }),
  phase: Phase,
  startsAt: Timestamp,
  /** First moment live, null before. */
  liveAt: z.nullable(Timestamp),
  endedAt: z.nullable(Timestamp),
  stream: StreamView,
  answeringId: z.nullable(QuestionId),
  pinnedId: z.nullable(QuestionId),
  /** Questions waiting for a moderator; staff and presenter only. */
  pending: z.optional(z.int()),
});
export type SessionView = z.infer<typeof SessionView>;

/** A question as its audience sees it. Members beyond the public ones are absent for who may not see them. */
export const QuestionView = z.object({
  id: QuestionId,
  /** Null once erased. */
  text: z.nullable(z.string()),
  /** The name the asker chose to show, null for anonymous. */
  name: z.nullable(z.string()),
  status: QuestionStatus,
  votes: z.int(),
  askedAt: Timestamp,
  answeredAt: z.nullable(Timestamp),
  /** Staff and the asker. */
  reason: z.optional(DeclineReason),
  note: z.optional(z.string()),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** What everyone of one audience sees. */
export const View = z.object({
  audience: Audience,
  seq: Seq,
  session: SessionView,
  questions: z.array(QuestionView),
});
export type View = z.infer<typeof View>;

/** What only one person sees: the fate of their questions, and where they voted. */
export const OwnView = z.object({
  seq: Seq,
  questions: z.array(QuestionView),
  votes: z.array(QuestionId),
});
export type OwnView = z.infer<typeof OwnView>;

/** A session as the front page lists it. */
export const SessionSummary = z.object({
  id: SessionId,
  title: z.string(),
  description: z.string(),
  host: z.object({ name: z.string(), title: z.string() }),
  phase: Phase,
  startsAt: Timestamp,
  endedAt: z.nullable(Timestamp),
  answered: z.int(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;
