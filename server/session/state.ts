import * as z from 'zod';
import type { CaptionsAbout } from '@bedside/shared/captions/captions.ts';
import type {
  CaptionSource,
  Channel,
  DeclineReason,
  Layout,
  ReportReason,
  Restriction,
  ReviewPolicy,
  TrackSource,
  Voice,
} from '@bedside/shared/commands.ts';
import type { CaptionId, HandId, NodeId, PersonId, QuestionId, ReplyId, SessionId, TargetId, TermId, TextId } from '@bedside/shared/ids.ts';
import type { FlagCode, Marks } from '@bedside/shared/marks.ts';
import type { Audience, StaffRole } from '@bedside/shared/roles.ts';
import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { GuestStage, Phase, QuestionStatus, StreamView } from '@bedside/shared/view.ts';

/** Who is shown rows of questions: an audience, or the person who asked. */
export type Reader = Audience | 'own';

/** `seq` of the last event that changed what each of them sees. */
export type Changed<K extends string> = Record<K, number>;

/** What of a question people judge or replace (rule M17). */
export const Part = z.enum(['judged', 'replied', 'answered']);
export type Part = z.infer<typeof Part>;

/** Who changed it last, at which `seq`, and at which `seq` somebody other than them did before; 0 for never. */
export type LastAct = { by: PersonId | null; seq: number; before: number };

/** In which status a question may be merged into another (rule D2). */
export const Mergeable = z.enum(['pending', 'in-review', 'approved', 'skipped']);
export type Mergeable = z.infer<typeof Mergeable>;

/** What became of a question that was merged into another (rules D2 and D3). */
export type Merged = {
  into: QuestionId;
  /** In which status it comes back. */
  was: Mergeable;
  /** Whose votes it brought there that would go with it. */
  carried: Set<PersonId>;
  /** Who took back there what it brought, or would have brought. */
  off: Set<PersonId>;
  /** Into what it had been merged before that went on into another, which it comes back with: the latest last, with who had taken back what there. */
  via: { id: QuestionId; off: Set<PersonId> }[];
};

/** One question as the log left it. Votes are the set of who holds one, so that nobody can hold two (rule V1). */
export type OwnedQuestion = {
  id: QuestionId;
  author: PersonId;
  text: TextId;
  name: TextId | null;
  /** What is shown instead (rule M10); a null text is the asker's own, without the name. */
  edit: { text: TextId | null; showName: boolean } | null;
  originalErased: boolean;
  objected: boolean;
  status: QuestionStatus;
  askedAt: number;
  answeredAt: number | null;
  reason: DeclineReason | null;
  note: TextId | null;
  reply: TextId | null;
  answer: TextId | null;
  marks: Marks;
  emergencyRead: boolean;
  claim: { by: PersonId; until: number } | null;
  reviewedBy: PersonId | null;
  acts: Record<Part, LastAct>;
  /** It was sent to a clinician (rule M7): by whom first, while that person may take it back; null where it was not. */
  clinical: { sentBy: PersonId | null } | null;
  /** Everybody who ever reported it, and what of it nobody has dismissed. */
  reporters: Set<PersonId>;
  reports: Map<ReportReason, number>;
  voters: Set<PersonId>;
  merged: Merged | null;
  /** What was merged into it. */
  children: Set<QuestionId>;
  /** `seq` of the last event that changed more than its votes; of the last that changed those. */
  changed: Changed<Reader>;
  voted: number;
  /** `seq` at which it last left the view of an audience, 0 if it never was in it and left. */
  left: Changed<Audience>;
};

export type OwnedPerson = {
  asked: QuestionId[];
  votedFor: Set<QuestionId>;
  /** In the order of asking, from 1; null for who never asked. */
  number: number | null;
  /** Out of the session; null in `until` for good. Whether it has run out is judged by the clock. */
  out: { kind: 'remove' | 'ban'; until: number | null } | null;
  muted: boolean;
  claiming: QuestionId | null;
  /** When moderators took a hand of theirs down last (milliseconds since 1970). */
  toldNoAt: number | null;
  /** `seq` of the last event that changed the votes this person sees as theirs, and all else that is theirs. */
  votesTouched: number;
  restTouched: number;
};

export type OwnedStream = {
  epoch: number;
  status: StreamView['status'];
  onStage: TrackSource[];
  /** Where it is sent to; null where nobody sends. */
  node: NodeId | null;
  /** An encoder sends it, and no page. */
  external: boolean;
};

export type Muted = Record<TrackSource, boolean>;

/** A stream beside the doctor's own (rule T1). */
export type OwnedVoice = OwnedStream & {
  muted: Muted;
  /** Not taken off stage (rule T3). */
  open: boolean;
  name: TextId | null;
  language: string | null;
};

/** What a person raised a hand with. */
export type OwnedHand = {
  person: PersonId;
  topic: TextId | null;
  name: TextId | null;
  raisedAt: number;
  redFlags: FlagCode[];
  emergencyRead: boolean;
};

/** What was said, in words. A text that is null was removed. */
export type OwnedCaption = {
  id: CaptionId;
  at: number;
  source: CaptionSource;
  text: TextId | null;
  /** `seq` of the event that changed it last. */
  changed: number;
  /** Who corrected or removed it last; null where nobody did. */
  act: LastAct | null;
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
  /** The doctor's own. */
  stream: OwnedStream;
  /** Outlives any stream (rule S7). */
  muted: Muted;
  /** What goes out beside what pages watch (rules X). */
  outputs: {
    recording: boolean;
    hls: boolean;
    cut: boolean;
    delaySeconds: number;
    /** SHA-256 of the token of an encoder (rule W1). */
    ingest: string | null;
    targets: Map<TargetId, { label: TextId; secret: TextId; on: boolean }>;
  };
  /** Whatever is shared now (rule S18). */
  layout: Layout;
  /** What is on stage is for staff and presenter alone (rule S21); never while live, nor after. */
  rehearsing: boolean;
  voices: Record<Voice, OwnedVoice>;
  /** Up, in the order of raising. */
  hands: Map<HandId, OwnedHand>;
  /** Whoever's hand led further: one at a time. `since`: when that, or their stream, changed last. */
  guest: (OwnedHand & { handId: HandId; stage: GuestStage; since: number }) | null;
  answeringId: QuestionId | null;
  pinnedId: QuestionId | null;
  clinician: ReviewPolicy;
  slowSeconds: number;
  queueLocked: boolean;
  /** In an emergency (rule H6). */
  closed: boolean;
  /** How many questions wait. */
  waiting: number;
  /** How many people have asked. */
  askers: number;
  /** Kept as they change (rule E1). */
  counts: { received: number; approved: number; answered: number; merged: number; declined: Map<DeclineReason, number> };
  /** `seq` of the last event that changed the session's own row, and the counts as they are shown. */
  changed: Changed<Audience>;
  countsChanged: number;
  /** In the order of asking. */
  questions: Map<QuestionId, OwnedQuestion>;
  people: Map<PersonId, OwnedPerson>;
  /** Who is held to something, in the order in which that began. */
  held: Set<PersonId>;
  /** In the order of coming, which is their number, from 1. */
  staff: Map<PersonId, { number: number; role: StaffRole; name: TextId | null }>;
  savedReplies: Map<ReplyId, TextId>;
  captions: {
    source: CaptionSource | null;
    none: CaptionsAbout['none'];
    /** In the order of coming, which is that of their ids. */
    lines: OwnedCaption[];
    /** `seq` of the last change of one that is no longer shown; of the last time that all were taken from the public, or given back. */
    revised: number;
    curtain: number;
    /** Since when the session is on a break; null while it is not. */
    heldAt: number | null;
    glossary: Map<TermId, { from: TextId; to: TextId }>;
    glossaryChanged: number;
    /** The caption URL that is in force: what is kept of its secret, and the number of the last caption that came by it. */
    link: { hash: string; number: number | null } | null;
    /** `seq` of the last event that changed what of it shows besides the lines. */
    changed: Changed<Audience>;
  };
};

type Frozen<T> = T extends string | number | boolean | null | undefined
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
export type Caption = Frozen<OwnedCaption>;

/** Whether an audience sees a question at all (rules M1, Q6, H6). */
export function isShown({ closed }: Pick<State, 'closed'>, status: QuestionStatus, audience: Audience): boolean {
  if (audience === 'staff') return status !== 'withdrawn';
  return isPublicStatus(status) && !(closed && audience === 'public');
}

/** The stream of a channel, and what of it is muted. */
export function streamOn({ stream, muted, voices }: State, channel: Channel): Frozen<OwnedStream & { muted: Muted }> {
  return channel === 'main' ? { ...stream, muted } : voices[channel];
}

/** Whether a person may be heard on a channel now (rules T3 and T8). */
export function maySend({ voices, guest }: State, channel: Channel, person: PersonId | undefined): boolean {
  if (channel === 'main') return true;
  return channel === 'guest' ? guest?.stage === 'on-stage' && guest.person === person : voices[channel].open;
}

/** What a person is held to, as it shows. */
export type Held = { kind: Restriction; until: number | null };

/** All that a person is held to, the strongest first, whether or not it has run out (rule H2). */
export function restrictionsOf(state: State, person: PersonId): Held[] {
  const { out = null, muted = false } = state.people.get(person) ?? {};
  return [...(out ? [{ ...out }] : []), ...(muted ? [{ kind: 'mute', until: null } as const] : [])];
}

/** The strongest that holds at `now` (milliseconds since 1970); null where none does. */
export function restrictionOf(state: State, person: PersonId | null, now: number): Held | null {
  if (person === null) return null;
  return restrictionsOf(state, person).find(({ until }) => until === null || until > now) ?? null;
}
