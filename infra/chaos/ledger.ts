import type { PersonId, QuestionId, TextId } from '@bedside/shared/ids.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import type { Event, Fact } from '../../server/session/events.ts';

/** A question as the log has it. */
export type Entry = {
  id: QuestionId;
  author: PersonId;
  text: TextId;
  name: TextId | null;
  status: QuestionStatus;
  voters: Set<PersonId>;
  /** `seq` of the event that brought it. */
  askedAt: number;
};

/**
 * A second reading of the log, by the rules alone: nothing of the server's own folding is used, or it would be checked
 * against itself.
 */
export type Ledger = {
  seq: number;
  questions: Map<QuestionId, Entry>;
  /** In the order of asking. */
  asked: Map<PersonId, Entry[]>;
  pinned: QuestionId | null;
  muted: Map<string, boolean>;
  /** Folds in the next event; says what the rules do not allow. */
  add(event: Event): string[];
};

/** Rules Q6, Q11 and M2 to M4: from which statuses a fact leads, and where to. */
const moves: Partial<Record<Fact['type'], { from: readonly QuestionStatus[]; to: QuestionStatus }>> = {
  'question-approved': { from: ['pending'], to: 'approved' },
  'question-declined': { from: ['pending'], to: 'declined' },
  'review-undone': { from: ['approved', 'skipped', 'declined'], to: 'pending' },
  'question-withdrawn': { from: ['pending', 'approved', 'declined', 'skipped'], to: 'withdrawn' },
  'answer-started': { from: ['approved', 'skipped'], to: 'answering' },
  'answer-finished': { from: ['answering'], to: 'answered' },
  'question-skipped': { from: ['approved', 'answering'], to: 'skipped' },
  'question-requeued': { from: ['answering', 'answered', 'skipped'], to: 'approved' },
};

const PUBLIC: ReadonlySet<QuestionStatus> = new Set(['approved', 'answering', 'answered', 'skipped']);
export const isPublicEntry = ({ status }: Entry) => PUBLIC.has(status);

export function createLedger(): Ledger {
  const ledger: Ledger = { seq: 0, questions: new Map(), asked: new Map(), pinned: null, muted: new Map(), add };

  function add({ seq, fact }: Event): string[] {
    const hole = seq === ledger.seq + 1 ? [] : [`the log has seq ${seq} after ${ledger.seq}`];
    ledger.seq = seq;
    return [...hole, ...fold(fact).map((problem) => `seq ${seq}, ${fact.type}: ${problem}`)];
  }

  function fold(fact: Fact): string[] {
    if (fact.type === 'question-submitted') return submit(fact);
    if (fact.type === 'votes-cast') return fact.votes.flatMap((vote) => castVote(vote));
    if (fact.type === 'track-set') ledger.muted.set(fact.source, fact.muted);
    if (fact.type === 'question-unpinned') ledger.pinned = null;
    if (!('questionId' in fact)) return [];
    const entry = ledger.questions.get(fact.questionId);
    if (!entry) return [`there is no question ${fact.questionId}`];
    if (fact.type === 'question-pinned') ledger.pinned = fact.questionId;
    const move = moves[fact.type];
    if (!move) return [];
    const problems = move.from.includes(entry.status) ? [] : [`question ${entry.id} is ${entry.status}`];
    entry.status = move.to;
    if (move.to === 'withdrawn') entry.voters.clear();
    if (ledger.pinned === entry.id && !isPublicEntry(entry)) ledger.pinned = null;
    return problems;
  }

  function submit({ questionId, author, text, name }: Extract<Fact, { type: 'question-submitted' }>): string[] {
    if (ledger.questions.has(questionId)) return [`question ${questionId} is there twice`];
    const entry: Entry = {
      id: questionId,
      author,
      text: text.id,
      name: name?.id ?? null,
      status: 'pending',
      voters: new Set(),
      askedAt: ledger.seq,
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
    if (!['approved', 'skipped', 'answering'].includes(entry.status)) problems.push(`question ${questionId} is ${entry.status}`);
    if (on) entry.voters.add(voter);
    else entry.voters.delete(voter);
    return problems;
  }

  return ledger;
}
