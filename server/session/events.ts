import * as z from 'zod';
import {
  CaptionSource,
  Channel,
  DeclineReason,
  DelaySeconds,
  Epoch,
  LanguageTag,
  Layout,
  NoCaptions,
  OutputKind,
  ReportReason,
  Restriction,
  ReviewPolicy,
  SlowSeconds,
  Timestamp,
  TrackSource,
  Voice,
} from '@bedside/shared/commands.ts';
import { CaptionId, HandId, NodeId, PersonId, QuestionId, ReplyId, TargetId, TermId, TextId } from '@bedside/shared/ids.ts';
import { FlagCode, Marks } from '@bedside/shared/marks.ts';
import { Role } from '@bedside/shared/roles.ts';

/** A text's row beside the log and the salted digest (SHA-256, base64url) that proves it unchanged (rule A9). */
export const TextRef = z.strictObject({ id: TextId, digest: z.string() });
export type TextRef = z.infer<typeof TextRef>;

const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) });
const question = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId });
const hand = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), handId: HandId });
const written = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), questionId: QuestionId, text: TextRef });

/** Absent: of the doctor's own stream, as in logs of before there were others. */
const channel = z.optional(Channel);

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
  bare('rehearsal-started'),
  bare('rehearsal-stopped'),
  bare('session-paused'),
  bare('session-ended'),
  z.strictObject({
    type: z.literal('question-submitted'),
    questionId: QuestionId,
    author: PersonId,
    text: TextRef,
    name: z.nullable(TextRef),
    /** Absent where nothing was found (rule F4). */
    marks: z.optional(Marks),
  }),
  question('question-withdrawn'),
  question('question-approved'),
  z.strictObject({ type: z.literal('question-declined'), questionId: QuestionId, reason: DeclineReason, note: z.nullable(TextRef) }),
  question('question-sent-to-clinician'),
  question('review-undone'),
  z.strictObject({
    type: z.literal('question-edited'),
    questionId: QuestionId,
    /** Null: what the asker wrote is shown. */
    text: z.nullable(TextRef),
    showName: z.boolean(),
  }),
  question('original-erased'),
  question('edit-objected'),
  /** By whom is `by.person`; it holds until then (milliseconds since 1970) unless renewed. */
  z.strictObject({ type: z.literal('question-claimed'), questionId: QuestionId, until: Timestamp }),
  question('question-released'),
  written('asker-replied'),
  written('answer-published'),
  z.strictObject({ type: z.literal('reply-saved'), replyId: ReplyId, text: TextRef }),
  z.strictObject({ type: z.literal('reply-deleted'), replyId: ReplyId }),
  z.strictObject({ type: z.literal('staff-introduced'), name: TextRef }),
  z.strictObject({ type: z.literal('question-merged'), questionId: QuestionId, into: QuestionId }),
  /** Into `pending`; absent: into the status that it had before. */
  z.strictObject({ type: z.literal('question-unmerged'), questionId: QuestionId, to: z.optional(z.literal('pending')) }),
  z.strictObject({ type: z.literal('question-reported'), questionId: QuestionId, reason: ReportReason }),
  question('reports-dismissed'),
  question('emergency-confirmed'),
  z.strictObject({
    type: z.literal('asker-restricted'),
    questionId: QuestionId,
    restriction: Restriction,
    /** Null for the rest of the session. */
    until: z.nullable(Timestamp),
  }),
  question('restriction-lifted'),
  z.strictObject({ type: z.literal('review-policy-set'), clinician: ReviewPolicy }),
  z.strictObject({ type: z.literal('slow-mode-set'), seconds: SlowSeconds }),
  bare('queue-locked'),
  bare('queue-unlocked'),
  bare('session-closed'),
  bare('session-reopened'),
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
  z.strictObject({ type: z.literal('track-set'), source: TrackSource, muted: z.boolean(), channel }),
  z.strictObject({ type: z.literal('layout-set'), layout: Layout }),
  z.strictObject({
    type: z.literal('stream-started'),
    epoch: Epoch,
    tracks: z.array(TrackSource),
    /** Where the doctor sends to; absent in logs of before there were several nodes. */
    node: z.optional(NodeId),
    /** An encoder sends it, and no page. */
    external: z.optional(z.literal(true)),
    channel,
  }),
  z.strictObject({ type: z.literal('output-set'), kind: OutputKind, on: z.boolean() }),
  /** The secret's row is sealed: a server's URL and the stream's key (rule X6). */
  z.strictObject({ type: z.literal('target-added'), targetId: TargetId, label: TextRef, secret: TextRef }),
  z.strictObject({ type: z.literal('target-set'), targetId: TargetId, on: z.boolean() }),
  z.strictObject({ type: z.literal('target-removed'), targetId: TargetId }),
  z.strictObject({ type: z.literal('ingest-set'), hash: z.nullable(z.string()) }),
  z.strictObject({ type: z.literal('outputs-cut'), on: z.boolean() }),
  z.strictObject({ type: z.literal('outputs-delayed'), seconds: DelaySeconds }),
  /** It is named by this event's `seq`. */
  z.strictObject({
    type: z.literal('caption-added'),
    /** When its first word was said. */
    at: Timestamp,
    source: CaptionSource,
    text: TextRef,
    /** A service's own. */
    number: z.optional(z.int().nonnegative()),
  }),
  z.strictObject({ type: z.literal('caption-corrected'), caption: CaptionId, text: TextRef }),
  z.strictObject({ type: z.literal('caption-removed'), caption: CaptionId }),
  z.strictObject({ type: z.literal('caption-source-set'), source: CaptionSource }),
  z.strictObject({ type: z.literal('captions-declined'), reason: z.enum([...NoCaptions.options, 'unsaid']) }),
  /** It is named by this event's `seq`. */
  z.strictObject({ type: z.literal('term-set'), from: TextRef, to: TextRef, replaces: z.optional(TermId) }),
  z.strictObject({ type: z.literal('term-removed'), term: TermId }),
  /** `hash`: SHA-256 of the secret, base64url. */
  z.strictObject({ type: z.literal('caption-link-made'), hash: z.string() }),
  bare('caption-link-revoked'),
  z.strictObject({ type: z.literal('stream-lost'), epoch: Epoch, channel }),
  z.strictObject({ type: z.literal('stream-stopped'), epoch: Epoch, channel }),
  z.strictObject({ type: z.literal('voice-set'), voice: Voice, open: z.boolean() }),
  z.strictObject({ type: z.literal('voice-introduced'), voice: Voice, name: z.nullable(TextRef), language: z.nullable(LanguageTag) }),
  z.strictObject({
    type: z.literal('hand-raised'),
    handId: HandId,
    topic: z.nullable(TextRef),
    name: z.nullable(TextRef),
    redFlags: z.optional(z.array(FlagCode)),
  }),
  hand('hand-emergency-confirmed'),
  hand('hand-lowered'),
  hand('guest-invited'),
  /** To the words of that version. */
  z.strictObject({ type: z.literal('guest-consented'), handId: HandId, version: z.int() }),
  hand('guest-admitted'),
  /** By themselves. */
  hand('guest-left'),
  hand('guest-removed'),
]);
export type Fact = z.infer<typeof Fact>;
export type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** Who did it: the audit log is the log. `person` is null for the server itself. */
export const By = z.strictObject({
  role: z.enum([...Role.options, 'organiser', 'system', 'caption-service']),
  person: z.nullable(PersonId),
});
export type By = z.infer<typeof By>;

export const Event = z.strictObject({ seq: z.int().positive(), at: Timestamp, by: By, fact: Fact });
export type Event = z.infer<typeof Event>;

/** The texts that a fact names as new. */
export function textsOf(fact: Fact): TextRef[] {
  switch (fact.type) {
    case 'question-submitted':
      return fact.name ? [fact.text, fact.name] : [fact.text];
    case 'question-declined':
      return fact.note ? [fact.note] : [];
    case 'question-edited':
      return fact.text ? [fact.text] : [];
    case 'asker-replied':
    case 'answer-published':
    case 'reply-saved':
    case 'caption-added':
    case 'caption-corrected':
      return [fact.text];
    case 'term-set':
      return [fact.from, fact.to];
    case 'staff-introduced':
      return [fact.name];
    case 'target-added':
      return [fact.label, fact.secret];
    case 'voice-introduced':
      return fact.name ? [fact.name] : [];
    case 'hand-raised':
      return [fact.topic, fact.name].filter((text) => text !== null);
    default:
      return [];
  }
}
