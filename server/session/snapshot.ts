import * as z from 'zod';
import { DeclineReason, Epoch, Timestamp, TrackSource } from '@bedside/shared/commands.ts';
import { NodeId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { Phase, QuestionStatus, Seq } from '@bedside/shared/view.ts';
import type { OwnedState, State } from './state.ts';

/** Rises whenever the state or what `evolve` makes of an event changes: older snapshots are then dropped and the log replayed. */
const SHAPE = 3;

const index = z.int().nonnegative();

/** A state as JSON. Voters are indices into `people`: an id is 22 characters, and a session may hold 100,000 votes. */
const Snapshot = z.strictObject({
  shape: z.literal(SHAPE),
  session: z.strictObject({
    id: SessionId,
    seq: Seq,
    title: z.string(),
    description: z.string(),
    host: z.strictObject({ name: z.string(), title: z.string() }),
    phase: Phase,
    startsAt: Timestamp,
    liveAt: z.nullable(Timestamp),
    endedAt: z.nullable(Timestamp),
    stream: z.strictObject({
      epoch: Epoch,
      status: z.enum(['off', 'on', 'lost']),
      onStage: z.array(TrackSource),
      node: z.nullable(NodeId),
    }),
    muted: z.record(TrackSource, z.boolean()),
    answeringId: z.nullable(QuestionId),
    pinnedId: z.nullable(QuestionId),
    pending: z.int(),
    touched: Seq,
    pendingTouched: Seq,
  }),
  people: z.array(z.tuple([PersonId, z.strictObject({ votesTouched: Seq })])),
  questions: z.array(
    z.strictObject({
      id: QuestionId,
      author: PersonId,
      text: TextId,
      name: z.nullable(TextId),
      status: QuestionStatus,
      askedAt: Timestamp,
      answeredAt: z.nullable(Timestamp),
      reason: z.nullable(DeclineReason),
      note: z.nullable(TextId),
      voters: z.array(index),
      touched: Seq,
      changed: Seq,
      leftPublic: Seq,
    }),
  ),
});

/** A copy that shares nothing with the state. */
export function toSnapshot(state: State): z.infer<typeof Snapshot> {
  const { questions, people, stream, host, muted, ...rest } = state;
  const indices = new Map([...people.keys()].map((id, at) => [id, at]));
  return {
    shape: SHAPE,
    session: { ...rest, host: { ...host }, muted: { ...muted }, stream: { ...stream, onStage: [...stream.onStage] } },
    people: [...people].map(([id, { votesTouched }]) => [id, { votesTouched }]),
    questions: [...questions.values()].map((question) => ({
      ...question,
      voters: [...question.voters].flatMap((voter) => indices.get(voter) ?? []),
    })),
  };
}

/** Null for what is not a whole snapshot of the present shape: the log is then replayed from its beginning. */
export function fromSnapshot(stored: unknown): OwnedState | null {
  const parsed = Snapshot.safeParse(stored);
  if (!parsed.success) return null;
  const { session, people, questions } = parsed.data;
  const ids = people.map(([id]) => id);
  const state: OwnedState = {
    ...session,
    people: new Map(people.map(([id, { votesTouched }]) => [id, { asked: [], votedFor: new Set(), votesTouched }])),
    questions: new Map(),
  };
  for (const { voters, ...question } of questions) {
    const holders = new Set(voters.flatMap((at) => ids[at] ?? []));
    state.questions.set(question.id, { ...question, voters: holders });
    state.people.get(question.author)?.asked.push(question.id);
    for (const voter of holders) state.people.get(voter)?.votedFor.add(question.id);
  }
  return state;
}
