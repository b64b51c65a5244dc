import * as z from 'zod';
import { CaptionsAbout } from '@bedside/shared/captions/captions.ts';
import {
  CaptionSource,
  DeclineReason,
  DelaySeconds,
  Epoch,
  LanguageTag,
  Layout,
  ReportReason,
  ReviewPolicy,
  SlowSeconds,
  Timestamp,
  TrackSource,
  Voice,
} from '@bedside/shared/commands.ts';
import { CaptionId, HandId, NodeId, PersonId, QuestionId, ReplyId, Seq, SessionId, TargetId, TermId, TextId } from '@bedside/shared/ids.ts';
import { FlagCode, Marks } from '@bedside/shared/marks.ts';
import { Audience, StaffRole } from '@bedside/shared/roles.ts';
import { GuestStage, Phase, QuestionStatus } from '@bedside/shared/view.ts';
import { Mergeable, type OwnedState, Part, type State } from './state.ts';

/** Rises whenever the state or what `evolve` makes of an event changes: older snapshots are then dropped and the log replayed. */
const SHAPE = 10;

const index = z.int().nonnegative();

const Stream = z.strictObject({
  epoch: Epoch,
  status: z.enum(['off', 'on', 'lost']),
  onStage: z.array(TrackSource),
  node: z.nullable(NodeId),
  external: z.boolean(),
});
const Muted = z.record(TrackSource, z.boolean());
const Hand = z.strictObject({
  person: PersonId,
  topic: z.nullable(TextId),
  name: z.nullable(TextId),
  raisedAt: Timestamp,
  redFlags: z.array(FlagCode),
  emergencyRead: z.boolean(),
});

const Session = z.strictObject({
  id: SessionId,
  seq: Seq,
  title: z.string(),
  description: z.string(),
  host: z.strictObject({ name: z.string(), title: z.string() }),
  phase: Phase,
  startsAt: Timestamp,
  liveAt: z.nullable(Timestamp),
  endedAt: z.nullable(Timestamp),
  stream: Stream,
  muted: Muted,
  outputs: z.strictObject({
    recording: z.boolean(),
    hls: z.boolean(),
    cut: z.boolean(),
    delaySeconds: DelaySeconds,
    ingest: z.nullable(z.string()),
    targets: z.array(z.tuple([TargetId, z.strictObject({ label: TextId, secret: TextId, on: z.boolean() })])),
  }),
  layout: Layout,
  rehearsing: z.boolean(),
  voices: z.record(
    Voice,
    z.strictObject({ ...Stream.shape, muted: Muted, open: z.boolean(), name: z.nullable(TextId), language: z.nullable(LanguageTag) }),
  ),
  hands: z.array(z.tuple([HandId, Hand])),
  guest: z.nullable(z.strictObject({ ...Hand.shape, handId: HandId, stage: GuestStage, since: Timestamp })),
  answeringId: z.nullable(QuestionId),
  pinnedId: z.nullable(QuestionId),
  clinician: ReviewPolicy,
  slowSeconds: SlowSeconds,
  queueLocked: z.boolean(),
  closed: z.boolean(),
  waiting: z.int(),
  askers: z.int(),
  counts: z.strictObject({
    received: z.int(),
    approved: z.int(),
    answered: z.int(),
    merged: z.int(),
    declined: z.array(z.tuple([DeclineReason, z.int()])),
  }),
  changed: z.record(Audience, Seq),
  countsChanged: Seq,
  staff: z.array(z.tuple([PersonId, z.strictObject({ number: z.int(), role: StaffRole, name: z.nullable(TextId) })])),
  savedReplies: z.array(z.tuple([ReplyId, TextId])),
  held: z.array(PersonId),
});

const Person = z.strictObject({
  number: z.nullable(z.int()),
  out: z.nullable(z.strictObject({ kind: z.enum(['remove', 'ban']), until: z.nullable(Timestamp) })),
  muted: z.boolean(),
  toldNoAt: z.nullable(Timestamp),
  votesTouched: Seq,
  restTouched: Seq,
});

const Merged = z.strictObject({
  into: QuestionId,
  was: Mergeable,
  carried: z.array(index),
  off: z.array(index),
  via: z.array(z.strictObject({ id: QuestionId, off: z.array(index) })),
});

const Act = z.strictObject({ by: z.nullable(PersonId), seq: Seq, before: Seq });

const Question = z.strictObject({
  id: QuestionId,
  author: PersonId,
  text: TextId,
  name: z.nullable(TextId),
  edit: z.nullable(z.strictObject({ text: z.nullable(TextId), showName: z.boolean() })),
  originalErased: z.boolean(),
  objected: z.boolean(),
  status: QuestionStatus,
  askedAt: Timestamp,
  answeredAt: z.nullable(Timestamp),
  reason: z.nullable(DeclineReason),
  note: z.nullable(TextId),
  reply: z.nullable(TextId),
  answer: z.nullable(TextId),
  marks: z.strictObject(Marks.shape),
  emergencyRead: z.boolean(),
  claim: z.nullable(z.strictObject({ by: PersonId, until: Timestamp })),
  reviewedBy: z.nullable(PersonId),
  acts: z.record(Part, Act),
  clinical: z.nullable(z.strictObject({ sentBy: z.nullable(PersonId) })),
  reporters: z.array(index),
  reports: z.array(z.tuple([ReportReason, z.int()])),
  voters: z.array(index),
  merged: z.nullable(Merged),
  children: z.array(QuestionId),
  changed: z.record(z.enum([...Audience.options, 'own']), Seq),
  voted: Seq,
  left: z.record(Audience, Seq),
});

/** Lines are tuples: there may be thousands. */
const Captions = z.strictObject({
  source: z.nullable(CaptionSource),
  none: CaptionsAbout.shape.none,
  lines: z.array(z.tuple([CaptionId, Timestamp, CaptionSource, z.nullable(TextId), Seq, z.nullable(Act)])),
  revised: Seq,
  curtain: Seq,
  heldAt: z.nullable(Timestamp),
  glossary: z.array(z.tuple([TermId, z.strictObject({ from: TextId, to: TextId })])),
  glossaryChanged: Seq,
  link: z.nullable(z.strictObject({ hash: z.string(), number: z.nullable(z.int()) })),
  changed: z.record(Audience, Seq),
});

/** A state as JSON. Voters are indices into `people`: an id is 22 characters, and a session may hold 100,000 votes. */
const Snapshot = z.strictObject({
  shape: z.literal(SHAPE),
  session: Session,
  people: z.array(z.tuple([PersonId, Person])),
  questions: z.array(Question),
  captions: Captions,
});

const copyOf = <T extends { onStage: readonly TrackSource[] }>(stream: T) => ({ ...stream, onStage: [...stream.onStage] });

const flagsOf = <T extends { redFlags: readonly FlagCode[] }>(hand: T) => ({ ...hand, redFlags: [...hand.redFlags] });

/** A copy that shares nothing with the state. */
export function toSnapshot(state: State): z.infer<typeof Snapshot> {
  const { questions, people, staff, held, savedReplies, counts, stream, outputs, captions, voices, hands, guest, ...rest } = state;
  const indices = new Map([...people.keys()].map((id, at) => [id, at]));
  const indexed = (ids: ReadonlySet<PersonId>) => [...ids].flatMap((id) => indices.get(id) ?? []);
  return structuredClone({
    shape: SHAPE,
    session: {
      ...rest,
      stream: { ...stream, onStage: [...stream.onStage] },
      outputs: { ...outputs, targets: [...outputs.targets] },
      voices: { cohost: copyOf(voices.cohost), guest: copyOf(voices.guest), interpreter: copyOf(voices.interpreter) },
      hands: [...hands].map(([id, hand]): [HandId, z.infer<typeof Hand>] => [id, flagsOf(hand)]),
      guest: guest && flagsOf(guest),
      counts: { ...counts, declined: [...counts.declined] },
      staff: [...staff],
      held: [...held],
      savedReplies: [...savedReplies],
    },
    people: [...people].map(([id, { number, out, muted, toldNoAt, votesTouched, restTouched }]) => [
      id,
      { number, out, muted, toldNoAt, votesTouched, restTouched },
    ]),
    questions: [...questions.values()].map(({ marks, ...question }) => ({
      ...question,
      marks: { redFlags: [...marks.redFlags], personal: [...marks.personal], abuse: [...marks.abuse] },
      reporters: indexed(question.reporters),
      reports: [...question.reports],
      voters: indexed(question.voters),
      merged: question.merged && {
        ...question.merged,
        carried: indexed(question.merged.carried),
        off: indexed(question.merged.off),
        via: question.merged.via.map(({ id, off }) => ({ id, off: indexed(off) })),
      },
      children: [...question.children],
    })),
    captions: {
      ...captions,
      lines: captions.lines.map(({ id, at, source, text, changed, act }) => [id, at, source, text, changed, act]),
      glossary: [...captions.glossary],
    },
  } satisfies z.infer<typeof Snapshot>);
}

/** Null for what is not a whole snapshot of the present shape: the log is then replayed from its beginning. */
export function fromSnapshot(stored: unknown): OwnedState | null {
  const parsed = Snapshot.safeParse(stored);
  if (!parsed.success) return null;
  const { session, people, questions, captions } = parsed.data;
  const ids = people.map(([id]) => id);
  const named = (indices: readonly number[]) => new Set(indices.flatMap((at) => ids[at] ?? []));
  const state: OwnedState = {
    ...session,
    outputs: { ...session.outputs, targets: new Map(session.outputs.targets) },
    counts: { ...session.counts, declined: new Map(session.counts.declined) },
    staff: new Map(session.staff),
    held: new Set(session.held),
    hands: new Map(session.hands),
    savedReplies: new Map(session.savedReplies),
    people: new Map(people.map(([id, person]) => [id, { ...person, asked: [], votedFor: new Set(), claiming: null }])),
    questions: new Map(),
    captions: {
      ...captions,
      lines: captions.lines.map(([id, at, source, text, changed, act]) => ({ id, at, source, text, changed, act })),
      glossary: new Map(captions.glossary),
    },
  };
  for (const { merged, ...question } of questions) {
    const voters = named(question.voters);
    state.questions.set(question.id, {
      ...question,
      voters,
      reporters: named(question.reporters),
      reports: new Map(question.reports),
      children: new Set(question.children),
      merged: merged && {
        ...merged,
        carried: named(merged.carried),
        off: named(merged.off),
        via: merged.via.map(({ id, off }) => ({ id, off: named(off) })),
      },
    });
    state.people.get(question.author)?.asked.push(question.id);
    const holder = question.claim && state.people.get(question.claim.by);
    if (holder) holder.claiming = question.id;
    for (const voter of voters) state.people.get(voter)?.votedFor.add(question.id);
  }
  return state;
}
