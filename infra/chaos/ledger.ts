import type { DeclineReason, SessionCommand, TrackSource } from '@bedside/shared/commands.ts';
import type { Marks } from '@bedside/shared/marks.ts';
import { isStaff, type StaffRole } from '@bedside/shared/roles.ts';
import type { PersonId, QuestionId, TextId } from '@bedside/shared/ids.ts';
import type { Phase, QuestionStatus, StreamView } from '@bedside/shared/view.ts';
import type { By, Event, Fact, FactOf } from '../../server/session/events.ts';

type Act = { seq: number; person: PersonId | null };

/** A question as the log has it. */
export type Entry = {
  id: QuestionId;
  author: PersonId;
  text: TextId;
  name: TextId | null;
  status: QuestionStatus;
  voters: Set<PersonId>;
  /** Of the event that brought it. */
  seq: number;
  askedAt: number;
  answeredAt: number | null;
  reason: DeclineReason | null;
  note: TextId | null;
  /** Whether it ever was public: everybody may know of it then (rule M1). */
  wasPublic: boolean;
  /** What was found in it when it came (rule F4). */
  marks: Marks | null;
  /** Who decided on it last. */
  decidedBy: PersonId | null;
  /** All that was done which others may not have seen when they decide (rule M17); the first is that it was asked. */
  acts: Act[];
  /** The same of private replies. */
  replies: Act[];
  reply: TextId | null;
  /** What is shown instead (rule M10); a null text is the asker's own, without the name. */
  edit: { text: TextId | null; showName: boolean } | null;
  /** Rule M8. */
  claim: { person: PersonId | null; until: number } | null;
  /** Rule M7: it was sent to a clinician, by whom first; null where that person no longer takes it back. */
  clinical: { sentBy: PersonId | null } | null;
};

/** The session's own facts as the log has them. */
export type SessionEntry = {
  title: string;
  description: string;
  host: { name: string; title: string };
  startsAt: number;
  phase: Phase;
  liveAt: number | null;
  endedAt: number | null;
  stream: { epoch: number; status: StreamView['status']; onStage: readonly TrackSource[] };
};

/**
 * A second reading of the log, by the rules alone: nothing of the server's own folding is used, or it would be checked
 * against itself.
 */
export type Ledger = {
  seq: number;
  session: SessionEntry;
  questions: Map<QuestionId, Entry>;
  /** In the order of asking. */
  asked: Map<PersonId, Entry[]>;
  answering: QuestionId | null;
  pinned: QuestionId | null;
  muted: Map<TrackSource, boolean>;
  /** In the order of their first command (rule M16). */
  staff: Map<PersonId, StaffRole>;
  /** Nobody at work here captions: all that is recorded is that nobody said why there are none (rule L10). */
  captionsUnsaid: boolean;
  /** Folds in the next event; says what the rules do not allow. */
  add(event: Event): string[];
};

export const WAITING: readonly QuestionStatus[] = ['pending', 'in-review'];

/** Rules Q6, Q11, M2 to M4 and M7: from which statuses a fact leads, and where to. */
export const moves: Partial<Record<Fact['type'], { from: readonly QuestionStatus[]; to: QuestionStatus }>> = {
  'question-approved': { from: WAITING, to: 'approved' },
  'question-declined': { from: WAITING, to: 'declined' },
  'question-sent-to-clinician': { from: ['pending'], to: 'in-review' },
  'review-undone': { from: ['approved', 'skipped', 'declined', 'in-review'], to: 'pending' },
  'question-withdrawn': { from: [...WAITING, 'approved', 'declined', 'skipped'], to: 'withdrawn' },
  'answer-started': { from: ['approved', 'skipped'], to: 'answering' },
  'answer-finished': { from: ['answering'], to: 'answered' },
  'question-skipped': { from: ['approved', 'answering'], to: 'skipped' },
  'question-requeued': { from: ['answering', 'answered', 'skipped'], to: 'approved' },
};

const REVIEWS: ReadonlySet<Fact['type']> = new Set([
  'question-approved',
  'question-declined',
  'question-sent-to-clinician',
  'review-undone',
]);

/** Rule V3. */
export const VOTABLE: readonly QuestionStatus[] = ['approved', 'skipped', 'answering'];

/** Rule S2. */
export const phaseMoves: Partial<Record<Fact['type'], { from: readonly Phase[]; to: Phase }>> = {
  'session-opened': { from: ['scheduled'], to: 'open' },
  'session-went-live': { from: ['scheduled', 'open', 'paused'], to: 'live' },
  'session-paused': { from: ['live'], to: 'paused' },
  'session-ended': { from: ['scheduled', 'open', 'live', 'paused'], to: 'ended' },
};

/** Rule M17: whether somebody else has done something about it since. */
export function changedSince({ acts, replies }: Entry, command: SessionCommand, person: PersonId): boolean {
  if (!('seen' in command) || command.seen === undefined) return false;
  const { type, seen } = command;
  return (type === 'reply-to-asker' ? replies : acts).some((act) => act.seq > seen && act.person !== person);
}

export const PUBLIC: readonly QuestionStatus[] = ['approved', 'answering', 'answered', 'skipped'];
export const isPublicEntry = ({ status }: Entry) => PUBLIC.includes(status);

export function createLedger(): Ledger {
  const session: SessionEntry = {
    ...{ title: '', description: '', host: { name: '', title: '' }, startsAt: 0 },
    ...{ phase: 'scheduled', liveAt: null, endedAt: null },
    stream: { epoch: 0, status: 'off', onStage: [] },
  };
  const ledger: Ledger = {
    ...{ seq: 0, session, questions: new Map(), asked: new Map(), answering: null, pinned: null, muted: new Map(), staff: new Map() },
    captionsUnsaid: false,
    add({ seq, at, by, fact }) {
      const hole = seq === ledger.seq + 1 ? [] : [`the log has seq ${seq} after ${ledger.seq}`];
      ledger.seq = seq;
      if (by.person !== null && isStaff(by.role)) ledger.staff.set(by.person, by.role);
      return [...hole, ...fold(fact, at, by).map((problem) => `seq ${seq}, ${fact.type}: ${problem}`)];
    },
  };

  function fold(fact: Fact, at: number, by: By): string[] {
    switch (fact.type) {
      case 'session-scheduled': {
        const { title, description, host, startsAt } = fact;
        Object.assign(session, { title, description, host, startsAt });
        return [];
      }
      case 'question-submitted':
        return submit(fact, at);
      case 'votes-cast':
        return fact.votes.flatMap((vote) => castVote(vote));
      case 'track-set':
        ledger.muted.set(fact.source, fact.muted);
        return [];
      case 'stream-started': {
        const problems = fact.epoch === session.stream.epoch + 1 ? [] : [`after epoch ${session.stream.epoch} comes ${fact.epoch}`];
        session.stream = { epoch: fact.epoch, status: 'on', onStage: fact.tracks };
        return problems;
      }
      case 'captions-declined':
        ledger.captionsUnsaid = true;
        return session.phase === 'live' ? ['the session is live already'] : [];
      case 'stream-lost':
        session.stream.status = 'lost';
        return [];
      case 'stream-stopped':
        session.stream = { epoch: fact.epoch, status: 'off', onStage: [] };
        return [];
      default:
        return 'questionId' in fact ? move(fact, at, by) : changePhase(fact, at);
    }
  }

  function changePhase({ type }: Fact, at: number): string[] {
    const change = phaseMoves[type];
    if (!change) return [];
    const problems = change.from.includes(session.phase) ? [] : [`the session is ${session.phase}`];
    session.phase = change.to;
    // The first moment (rule S3).
    if (change.to === 'live') session.liveAt ??= at;
    if (change.to === 'ended') session.endedAt = at;
    return problems;
  }

  function move(fact: Extract<Fact, { questionId: QuestionId }>, at: number, by: By): string[] {
    const { person } = by;
    const entry = ledger.questions.get(fact.questionId);
    if (!entry) return [`there is no question ${fact.questionId}`];
    if (fact.type === 'question-pinned') ledger.pinned = entry.id;
    if (fact.type === 'question-unpinned') ledger.pinned = null;
    if (fact.type === 'question-claimed') {
      for (const other of ledger.questions.values()) if (other.claim?.person === person) other.claim = null;
      entry.claim = { person, until: fact.until };
    }
    if (fact.type === 'question-released') entry.claim = null;
    if (fact.type === 'asker-replied') {
      entry.reply = fact.text.id;
      entry.replies.push({ seq: ledger.seq, person });
    }
    if (fact.type === 'question-edited') return edit(fact, entry, by);
    const { from, to } = moves[fact.type] ?? {};
    if (!from || !to) return [];
    const problems = from.includes(entry.status) ? [] : [`question ${entry.id} is ${entry.status}`];
    problems.push(...review(fact.type, entry, by));
    entry.status = to;
    entry.claim = null;
    if (REVIEWS.has(fact.type)) {
      entry.decidedBy = person;
      entry.acts.push({ seq: ledger.seq, person });
    }
    if (fact.type === 'question-declined') Object.assign(entry, { reason: fact.reason, note: fact.note?.id ?? null });
    if (fact.type === 'review-undone') Object.assign(entry, { reason: null, note: null });
    if (fact.type === 'answer-finished') entry.answeredAt = at;
    if (fact.type === 'question-requeued') entry.answeredAt = null;
    if (to === 'withdrawn') Object.assign(entry, { reason: null, marks: null, reply: null, edit: null, clinical: null });
    if (to === 'withdrawn') entry.voters.clear();
    if (to === 'answering') ledger.answering = entry.id;
    else if (ledger.answering === entry.id) ledger.answering = null;
    if (isPublicEntry(entry)) entry.wasPublic = true;
    else if (ledger.pinned === entry.id) ledger.pinned = null;
    return problems;
  }

  /** Rules M7 and M10. */
  function edit({ text, showName }: FactOf<'question-edited'>, entry: Entry, { role, person }: By): string[] {
    const { id, status, clinical } = entry;
    entry.edit = text === null && showName ? null : { text: text?.id ?? null, showName };
    entry.acts.push({ seq: ledger.seq, person });
    if (![...WAITING, ...PUBLIC].includes(status)) return [`question ${id} is ${status}`];
    return clinical && isPublicEntry(entry) && role !== 'reviewer' ? [`a reviewer alone edits question ${id}`] : [];
  }

  /** Rule M7, told of a question before it moves. */
  function review(type: Fact['type'], entry: Entry, { role, person }: By): string[] {
    const { clinical, status } = entry;
    const isReviewers = role === 'reviewer';
    if (type === 'question-sent-to-clinician') entry.clinical ??= { sentBy: person };
    if (!clinical) return [];
    if (type === 'review-undone' && (isReviewers || (status === 'in-review' && clinical.sentBy === person))) entry.clinical = null;
    if (type !== 'question-approved' && type !== 'question-declined') return [];
    if (isReviewers) entry.clinical = { sentBy: null };
    const isBarred = !isReviewers && (type === 'question-approved' || status === 'in-review');
    return isBarred ? [`a reviewer alone decides on question ${entry.id}`] : [];
  }

  function submit({ questionId, author, text, name, marks }: Extract<Fact, { type: 'question-submitted' }>, at: number): string[] {
    if (ledger.questions.has(questionId)) return [`question ${questionId} is there twice`];
    const entry: Entry = {
      ...{ id: questionId, author, text: text.id, name: name?.id ?? null, status: 'pending', voters: new Set() },
      ...{ seq: ledger.seq, askedAt: at, answeredAt: null, reason: null, note: null, wasPublic: false },
      ...{ marks: marks ?? null, decidedBy: null, acts: [{ seq: ledger.seq, person: author }] },
      ...{ edit: null, replies: [], reply: null, claim: null, clinical: null },
    };
    ledger.questions.set(questionId, entry);
    const before = ledger.asked.get(author);
    if (before) before.push(entry);
    else ledger.asked.set(author, [entry]);
    return [];
  }

  /** Only what changes a vote is a fact (rule V2), so that a second `on` is a second vote (rule V1). */
  function castVote({ questionId, voter, on }: { questionId: QuestionId; voter: PersonId; on: boolean }): string[] {
    const entry = ledger.questions.get(questionId);
    if (!entry) return [`there is no question ${questionId}`];
    const problems = entry.voters.has(voter) === on ? [`${voter} voted ${on ? 'on' : 'off'} on ${questionId} twice`] : [];
    if (!VOTABLE.includes(entry.status)) problems.push(`question ${questionId} is ${entry.status}`);
    if (on) entry.voters.add(voter);
    else entry.voters.delete(voter);
    return problems;
  }

  return ledger;
}
