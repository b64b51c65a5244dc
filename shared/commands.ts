import * as z from 'zod/mini';
import { CaptionId, HandId, type NodeId, type PersonId, QuestionId, ReplyId, Seq, TargetId, TermId } from './ids.ts';
import { limits } from './limits.ts';
import {
  AnswerText,
  CaptionText,
  DisplayName,
  multiline,
  NoteText,
  QuestionText,
  ReplacementText,
  ReplyText,
  singleLine,
  TermText,
} from './text.ts';

/** Coded reasons of a decline; each has words for the asker in the client's locale files. */
export const DeclineReason = z.enum([
  'personal-details',
  'needs-own-doctor',
  'already-asked',
  'off-topic',
  'not-respectful',
  'unclear',
  'emergency',
  'other',
]);
export type DeclineReason = z.infer<typeof DeclineReason>;

/** Which questions only a clinician reviewer approves: none, those with red flags, or all. */
export const ReviewPolicy = z.enum(['never', 'flagged', 'all']);
export type ReviewPolicy = z.infer<typeof ReviewPolicy>;

/** Coded reasons of a viewer's report. */
export const ReportReason = z.enum(['personal-details', 'misleading', 'not-respectful', 'other']);
export type ReportReason = z.infer<typeof ReportReason>;

/** `mute`: asks nothing more; `remove`: out for `limits.removeMs`; `ban`: out of this session for good. */
export const Restriction = z.enum(['mute', 'remove', 'ban']);
export type Restriction = z.infer<typeof Restriction>;

/** Who puts what is said into words: a person at the captions desk, the doctor's browser, or a service over the caption URL. */
export const CaptionSource = z.enum(['captioner', 'browser', 'service']);
export type CaptionSource = z.infer<typeof CaptionSource>;

/** Coded reasons for going live without captions; each has words in the client's locale files. */
export const NoCaptions = z.enum(['no-captioner', 'no-service', 'technical', 'test', 'other']);
export type NoCaptions = z.infer<typeof NoCaptions>;

/** Seconds between two questions of one person; 0 for no slow mode. */
export const SlowSeconds = z.int().check(z.nonnegative(), z.maximum(limits.slowMaxSeconds));

/** What a session's media is made of beside the doctor's own stream (rule T1). */
export const Voice = z.enum(['cohost', 'guest', 'interpreter']);
export type Voice = z.infer<typeof Voice>;

/** `main` is the doctor's own stream: what says nothing of a channel is about that. */
export const Channel = z.enum(['main', ...Voice.options]);
export type Channel = z.infer<typeof Channel>;

/** A language tag (RFC 5646 section 2.1), of which no more is asked than its form: `es`, `pt-BR`, `zh-Hant`. */
export const LanguageTag = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/));

/** Rises with the words that a guest agrees to before being on stage, which are the client's (rule T7). */
export const CONSENT_VERSION = 1;

/** A stream's tracks. `screen`: a screen, window or tab beside the doctor's camera. */
export const TrackSource = z.enum(['camera', 'microphone', 'screen']);
export type TrackSource = z.infer<typeof TrackSource>;

/** What viewers see while a screen is shared: one of the two, or the screen with the camera in its corner (rule S18). */
export const Layout = z.enum(['camera', 'screen', 'picture-in-picture']);
export type Layout = z.infer<typeof Layout>;

/** Milliseconds since 1970-01-01T00:00Z. */
export const Timestamp = z.int().check(z.nonnegative(), z.maximum(8.64e15));

/** Counts the times a stream was put on stage in a session; a lost stream comes back one higher. */
export const Epoch = z.int().check(z.nonnegative(), z.maximum(1_000_000_000));

const question = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId });
/** The `seq` up to which the sender knows what was done about the question (rule M17); absent: whatever was done. */
const seen = z.optional(Seq);
const seenQuestion = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId, seen });
const hand = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), handId: HandId });
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
  seen,
});

/** One decision on many questions; those that can't take it any more are left alone (rule M9). */
export const ReviewQuestions = z.strictObject({
  type: z.literal('review-questions'),
  questionIds: z.array(QuestionId).check(z.minLength(1), z.maxLength(limits.bulkMax)),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve') }),
    z.strictObject({ kind: z.literal('decline'), reason: DeclineReason }),
    z.strictObject({ kind: z.literal('send-to-clinician') }),
    z.strictObject({ kind: z.literal('undo') }),
  ]),
  seen,
});

/** What the public reads instead of what the asker wrote. */
export const EditQuestion = z.strictObject({
  type: z.literal('edit-question'),
  questionId: QuestionId,
  text: QuestionText,
  /** Whether the name that the asker chose is shown. */
  showName: z.boolean(),
  seen,
});

export const SetTrack = z.strictObject({ type: z.literal('set-track'), source: TrackSource, muted: z.boolean() });

/** Outputs that a session has one of each of. */
export const OutputKind = z.enum(['recording', 'hls']);
export type OutputKind = z.infer<typeof OutputKind>;

/** Seconds by which HLS and what is forwarded come later than what happens. */
export const DelaySeconds = z.int().check(z.nonnegative(), z.maximum(limits.delayMaxSeconds));

const targetOf = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), targetId: TargetId });

/** An RTMP server and the stream's key: together a secret, kept sealed and shown to nobody again (rule X6). */
export const AddTarget = z.strictObject({
  type: z.literal('add-target'),
  url: z
    .string()
    .check(
      z.maxLength(limits.targetUrlMax),
      z.refine(isRtmpUrl, { error: 'must be like rtmps://live.example.org/app, without a user, a query or a fragment' }),
    ),
  key: z.string().check(z.minLength(1), z.maxLength(limits.targetKeyMax), z.regex(/^[\x21-\x7e]+$/)),
});

function isRtmpUrl(text: string): boolean {
  if (!/^rtmps?:\/\/[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password, search, hash } = new URL(text);
  return hostname !== '' && username === '' && password === '' && search === '' && hash === '';
}

/** What a person in a session may send through `session:command`. */
export const SessionCommand = z.discriminatedUnion('type', [
  bare('open-session'),
  bare('go-live'),
  bare('start-rehearsal'),
  bare('stop-rehearsal'),
  bare('pause-session'),
  bare('end-session'),
  SubmitQuestion,
  question('withdraw-question'),
  CastVote,
  seenQuestion('approve-question'),
  DeclineQuestion,
  seenQuestion('undo-review'),
  question('start-answer'),
  question('finish-answer'),
  question('skip-question'),
  question('requeue-question'),
  question('pin-question'),
  question('unpin-question'),
  SetTrack,
  z.strictObject({ type: z.literal('set-layout'), layout: Layout }),
  ReviewQuestions,
  seenQuestion('send-to-clinician'),
  EditQuestion,
  question('erase-original'),
  question('object-to-edit'),
  question('claim-question'),
  question('release-question'),
  z.strictObject({ type: z.literal('reply-to-asker'), questionId: QuestionId, text: ReplyText, seen }),
  z.strictObject({ type: z.literal('publish-answer'), questionId: QuestionId, text: AnswerText, seen }),
  z.strictObject({ type: z.literal('save-reply'), text: ReplyText }),
  z.strictObject({ type: z.literal('delete-reply'), replyId: ReplyId }),
  z.strictObject({ type: z.literal('introduce-self'), name: DisplayName }),
  z.strictObject({ type: z.literal('merge-question'), questionId: QuestionId, into: QuestionId, seen }),
  seenQuestion('unmerge-question'),
  z.strictObject({ type: z.literal('report-question'), questionId: QuestionId, reason: ReportReason }),
  question('dismiss-reports'),
  question('confirm-emergency'),
  z.strictObject({ type: z.literal('restrict-asker'), questionId: QuestionId, restriction: Restriction }),
  question('lift-restriction'),
  z.strictObject({ type: z.literal('set-review-policy'), clinician: ReviewPolicy }),
  z.strictObject({ type: z.literal('set-slow-mode'), seconds: SlowSeconds }),
  bare('lock-queue'),
  bare('unlock-queue'),
  bare('close-emergency'),
  bare('reopen-session'),
  z.strictObject({ type: z.literal('set-output'), kind: OutputKind, on: z.boolean() }),
  AddTarget,
  z.strictObject({ type: z.literal('set-target'), targetId: TargetId, on: z.boolean() }),
  targetOf('remove-target'),
  /** SHA-256 of the token that lets an encoder send (rule W1), base64url; null: none does any more. */
  z.strictObject({ type: z.literal('set-ingest'), hash: z.nullable(z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/))) }),
  z.strictObject({ type: z.literal('cut-outputs'), on: z.boolean() }),
  z.strictObject({ type: z.literal('delay-outputs'), seconds: DelaySeconds }),
  z.strictObject({
    type: z.literal('raise-hand'),
    topic: z.optional(singleLine(1, limits.handTopicMax)),
    /** To be shown on stage. */
    name: z.optional(DisplayName),
  }),
  /** One's own, however far it has led: also off the stage. */
  bare('lower-hand'),
  /** Of one's own hand: where to get help was read (rule F6). */
  bare('confirm-hand-emergency'),
  hand('dismiss-hand'),
  hand('invite-guest'),
  z.strictObject({ type: z.literal('consent-to-stage'), version: z.int() }),
  hand('admit-guest'),
  hand('remove-guest'),
  z.strictObject({ type: z.literal('set-voice'), voice: z.enum(['cohost', 'interpreter']), open: z.boolean() }),
  z.strictObject({ type: z.literal('introduce-voice'), name: z.optional(DisplayName), language: z.optional(LanguageTag) }),
  /** `at`: when its first word was said, as near as the sender can tell. Who sends it tells its source. */
  z.strictObject({ type: z.literal('add-caption'), text: CaptionText, at: Timestamp }),
  z.strictObject({ type: z.literal('correct-caption'), caption: CaptionId, text: CaptionText, seen }),
  z.strictObject({ type: z.literal('remove-caption'), caption: CaptionId }),
  z.strictObject({ type: z.literal('set-caption-source'), source: CaptionSource }),
  z.strictObject({ type: z.literal('decline-captions'), reason: NoCaptions }),
  /** In place of a term that reads alike, if there is one. */
  z.strictObject({ type: z.literal('set-term'), from: TermText, to: ReplacementText }),
  z.strictObject({ type: z.literal('remove-term'), term: TermId }),
  bare('revoke-caption-link'),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;

/** What the server's own parts say: its media layer of the stream, its routes of a caption service. Never accepted from outside as it is. */
export type SystemCommand =
  /** `ingest`: an encoder sends it, let in by the token of this hash. */
  | { type: 'start-stream'; tracks: readonly TrackSource[]; node: NodeId; ingest?: string; channel?: Channel; person?: PersonId }
  | { type: 'lose-stream'; epoch: number; channel?: Channel }
  | { type: 'stop-stream'; epoch: number; channel?: Channel }
  /** Whoever was to be on stage, or was, and is not there (rule T9). */
  | { type: 'free-stage' }
  /** `hash` is what is kept of the secret. */
  | { type: 'make-caption-link'; hash: string }
  /** `number` is the service's own, which rises with each caption; `at` null where it does not say. */
  | { type: 'ingest-caption'; hash: string; number: number; text: string; at: number | null };

export type Command = z.infer<typeof ScheduleSession> | SessionCommand | SystemCommand;
export type CommandType = Command['type'];
