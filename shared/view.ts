import * as z from 'zod/mini';
import {
  DeclineReason,
  DelaySeconds,
  Epoch,
  LanguageTag,
  Layout,
  ReportReason,
  Restriction,
  ReviewPolicy,
  SlowSeconds,
  Timestamp,
  TrackSource,
  Voice,
} from './commands.ts';
import { CaptionsView } from './captions/captions.ts';
import { HandId, QuestionId, ReplyId, Seq, SessionId, TargetId } from './ids.ts';
import { AbuseKind, FlagCode, PersonalKind } from './marks.ts';
import { Audience, StaffRole } from './roles.ts';

export const Phase = z.enum(['scheduled', 'open', 'live', 'paused', 'ended']);
export type Phase = z.infer<typeof Phase>;

export const QuestionStatus = z.enum([
  'pending',
  /** Sent to a clinician reviewer. */
  'in-review',
  'approved',
  'declined',
  'withdrawn',
  'answering',
  'answered',
  'skipped',
  'merged',
]);
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

/** A voice beside the doctor's. Its stream is off where nobody is heard. */
export const VoiceView = z.object({
  stream: StreamView,
  /** Null where none was chosen; of a guest, as long as they are on stage. */
  name: z.nullable(z.string()),
  /** What an interpreter speaks. */
  language: z.nullable(LanguageTag),
  /** Not taken off stage by the doctor or a moderator. */
  open: z.boolean(),
});
export type VoiceView = z.infer<typeof VoiceView>;

/** How far a viewer's way to the stage has led (rules T6 to T8). */
export const GuestStage = z.enum(['invited', 'ready', 'on-stage']);
export type GuestStage = z.infer<typeof GuestStage>;

/** A raised hand: no identity. */
export const HandView = z.object({
  id: HandId,
  topic: z.nullable(z.string()),
  name: z.nullable(z.string()),
  raisedAt: Timestamp,
  /** What was found in the topic, where anything was (rule F6), and whether its owner has read where to get help. */
  redFlags: z.optional(z.array(FlagCode)),
  emergencyRead: z.optional(z.literal(true)),
});
export type HandView = z.infer<typeof HandView>;

/** One of those who moderate, by a number in the order of coming: no identity. */
export const StaffMember = z.object({ number: z.int(), role: StaffRole, name: z.nullable(z.string()) });
export type StaffMember = z.infer<typeof StaffMember>;

/**
 * Somebody who is held to something, by their number and a question of theirs, which may be withdrawn. `until` is null for the rest
 * of the session; whether it has run out is judged by whoever looks. Who is muted and taken out is there with each.
 */
export const HeldBack = z.object({ asker: z.int(), questionId: QuestionId, kind: Restriction, until: z.nullable(Timestamp) });
export type HeldBack = z.infer<typeof HeldBack>;

/** What goes out of a session beside what pages watch. */
export const OutputsView = z.object({
  recording: z.boolean(),
  hls: z.boolean(),
  delaySeconds: DelaySeconds,
  /** A still picture and silence instead of everything. */
  cut: z.boolean(),
  /** There is a token with which an encoder may send. */
  ingest: z.boolean(),
  /** An encoder is on stage, and no page. */
  external: z.boolean(),
  /** What they are is told by `outputs:status`, to those who run the session. */
  targets: z.array(z.object({ id: TargetId, on: z.boolean() })),
});
export type OutputsView = z.infer<typeof OutputsView>;

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
  layout: Layout,
  /** Staff and presenter only: what is on stage is shown to them, and to nobody else. */
  rehearsing: z.optional(z.literal(true)),
  answeringId: z.nullable(QuestionId),
  pinnedId: z.nullable(QuestionId),
  /** Locked: no new questions are taken. */
  queueLocked: z.boolean(),
  /** Seconds between two questions of one person, 0 without slow mode. */
  slowSeconds: SlowSeconds,
  /** Closed in an emergency: viewers are shown no question. */
  closed: z.boolean(),
  /** It is being recorded, which everybody is told (rule X2). */
  recording: z.boolean(),
  /** There is an HLS rendition, and by how many seconds it is delayed; null where there is none. */
  hls: z.nullable(DelaySeconds),
  /** Moderators and presenter. */
  outputs: z.optional(OutputsView),
  /** Those that were ever heard or introduced. */
  voices: z.optional(z.partialRecord(Voice, VoiceView)),
  /** Whoever is on the way to the stage or on it; staff and presenter only, `since` then (milliseconds since 1970). */
  guest: z.optional(z.object({ handId: HandId, stage: GuestStage, name: z.nullable(z.string()), since: Timestamp })),
  /** How many hands are up: staff and presenter only. What they say: staff only. */
  handsUp: z.optional(z.int()),
  hands: z.optional(z.array(HandView)),
  /** Questions waiting for a moderator or a clinician; staff and presenter only. */
  pending: z.optional(z.int()),
  /** Staff only. */
  clinician: z.optional(ReviewPolicy),
  staff: z.optional(z.array(StaffMember)),
  savedReplies: z.optional(z.array(z.object({ id: ReplyId, text: z.string() }))),
  heldBack: z.optional(z.array(HeldBack)),
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
  /** A moderator has edited what is shown. */
  edited: z.optional(z.literal(true)),
  /** The answer in writing. */
  answer: z.optional(z.string()),
  /** How many other questions were merged into it. */
  merged: z.optional(z.int()),
  /** Staff and the asker. */
  reason: z.optional(DeclineReason),
  note: z.optional(z.string()),
  /** A private reply. */
  reply: z.optional(z.string()),
  /** What the asker wrote, where something else is shown; null once erased. */
  original: z.optional(z.nullable(z.string())),
  /** The name that the asker chose is shown to nobody else. */
  nameHidden: z.optional(z.literal(true)),
  /** The asker objects to what was made of it. */
  objected: z.optional(z.literal(true)),
  mergedInto: z.optional(QuestionId),
  redFlags: z.optional(z.array(FlagCode)),
  /** The asker has confirmed having read where to get help at once. */
  emergencyRead: z.optional(z.literal(true)),
  /** Staff only. The asker's number in this session, in the order of asking: no identity. */
  asker: z.optional(z.int()),
  /** It was sent to a clinician, whatever it is now: a reviewer alone approves it, and edits it while it is public. */
  clinical: z.optional(z.literal(true)),
  personal: z.optional(z.array(PersonalKind)),
  abuse: z.optional(z.array(AbuseKind)),
  /** Who has it open, by number, and until when that counts unless renewed. */
  claim: z.optional(z.object({ by: z.int(), until: Timestamp })),
  /** Who decided on it last, by number. */
  reviewedBy: z.optional(z.int()),
  /** Reports that nobody has dismissed. */
  reports: z.optional(z.array(z.object({ reason: ReportReason, count: z.int() }))),
  /** The strongest of what the asker is held to, whether or not it has run out; `until` is null for the rest of the session. */
  restriction: z.optional(z.object({ kind: Restriction, until: z.nullable(Timestamp) })),
});
export type QuestionView = z.infer<typeof QuestionView>;

/** What became of all questions so far, for everybody (rule E1). */
export const Counts = z.object({
  received: z.int(),
  /** Made public, whatever became of them then. */
  approved: z.int(),
  answered: z.int(),
  merged: z.int(),
  /** By reason, in multiples of `limits.smallCount`, rounded down; one with fewer is left out. */
  declined: z.partialRecord(DeclineReason, z.int()),
  /** Whether there are declines for reasons that are left out. */
  declinedForOthers: z.boolean(),
});
export type Counts = z.infer<typeof Counts>;

/** What everyone of one audience sees. */
export const View = z.object({
  audience: Audience,
  seq: Seq,
  session: SessionView,
  counts: Counts,
  captions: CaptionsView,
  questions: z.array(QuestionView),
});
export type View = z.infer<typeof View>;

/** One's own hand: up, or on the way to the stage. */
export const OwnHand = z.object({ ...HandView.shape, stage: z.enum(['raised', ...GuestStage.options]) });
export type OwnHand = z.infer<typeof OwnHand>;

/** What only one person sees: the fate of their questions, and where they voted. */
export const OwnView = z.object({
  seq: Seq,
  questions: z.array(QuestionView),
  votes: z.array(QuestionId),
  /** This person may not ask; null for the rest of the session, absent where they may. */
  mutedUntil: z.optional(z.nullable(Timestamp)),
  /** This person's hand, and how far it has led. */
  hand: z.optional(OwnHand),
  /** Moderators, or who is on stage, said no to a hand of this person's: none is raised before then. It may have passed. */
  handRestUntil: z.optional(Timestamp),
  /** This person's number among `SessionView.staff`, for those who moderate. */
  staffNumber: z.optional(z.int()),
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
