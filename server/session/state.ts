import type { DeclineReason, TrackSource } from '@bedside/shared/commands.ts';
import type { NodeId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import type { Phase, QuestionStatus, StreamView } from '@bedside/shared/view.ts';

/** One question as the log left it. Votes are the set of who holds one, so that nobody can hold two (rule V1). */
export type OwnedQuestion = {
  id: QuestionId;
  author: PersonId;
  text: TextId;
  name: TextId | null;
  status: QuestionStatus;
  askedAt: number;
  answeredAt: number | null;
  reason: DeclineReason | null;
  note: TextId | null;
  voters: Set<PersonId>;
  /** `seq` of the last event that changed it, and of the last that changed more than its votes. */
  touched: number;
  changed: number;
  /** `seq` at which it last left the public view, 0 if it never was in it and left. */
  leftPublic: number;
};

export type OwnedPerson = {
  asked: QuestionId[];
  votedFor: Set<QuestionId>;
  /** `seq` of the last event that changed the votes this person sees as theirs. */
  votesTouched: number;
};

/** A session's state for the one who folds its log: `evolve` changes it in place. Everyone else has `State`. */
export type OwnedState = {
  id: SessionId;
  /** The last event folded in. */
  seq: number;
  title: string;
  description: string;
  host: { name: string; title: string };
  phase: Phase;
  startsAt: number;
  liveAt: number | null;
  endedAt: number | null;
  stream: {
    epoch: number;
    status: StreamView['status'];
    onStage: TrackSource[];
    /** Where the doctor sends to; null where nobody does. */
    node: NodeId | null;
  };
  /** Outlives any stream (rule S7). */
  muted: Record<TrackSource, boolean>;
  answeringId: QuestionId | null;
  pinnedId: QuestionId | null;
  pending: number;
  /** `seq` of the last event that changed the session's own row for everyone, and for those who see `pending`. */
  touched: number;
  pendingTouched: number;
  /** In the order of asking. */
  questions: Map<QuestionId, OwnedQuestion>;
  people: Map<PersonId, OwnedPerson>;
};

type Frozen<T> = T extends string | number | boolean | null
  ? T
  : T extends Map<infer K, infer V>
    ? ReadonlyMap<K, Frozen<V>>
    : T extends Set<infer V>
      ? ReadonlySet<V>
      : T extends (infer V)[]
        ? readonly Frozen<V>[]
        : { readonly [K in keyof T]: Frozen<T[K]> };

export type State = Frozen<OwnedState>;
export type Question = Frozen<OwnedQuestion>;

/** What the public sees of questions is decided here and in `visible`, nowhere else (rule M1). */
export const isPublic = (status: QuestionStatus): boolean =>
  status === 'approved' || status === 'answering' || status === 'answered' || status === 'skipped';
