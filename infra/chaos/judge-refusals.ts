import type { ErrorCode } from '@bedside/shared/errors.ts';
import { can, isStaff } from '@bedside/shared/roles.ts';
import { type Phase, QuestionStatus } from '@bedside/shared/view.ts';
import type { Event } from '../../server/session/events.ts';
import { ackOf, type History, nameOf, type Operation } from './history.ts';
import { type Act, factOf, isAct } from './judge-commands.ts';
import {
  changedSince,
  createLedger,
  type Entry,
  isPublicEntry,
  type Ledger,
  moves,
  phaseMoves,
  PUBLIC,
  VOTABLE,
  WAITING,
} from './ledger.ts';

type Refused = { operation: Operation; code: ErrorCode; from: number; to: number };

/**
 * Nothing is refused that was possible all the time from the call to the answer: a refusal is decided at the log's end, somewhere
 * between what was there before the call (what was acked or seen anywhere) and what was there after the answer (what was
 * called only then). And nothing is answered that no page deserves, `internal` above all.
 */
export function judgeRefusals(history: History, events: readonly Event[]): string[] {
  const { operations } = history;
  const faults = operations.flatMap((operation) =>
    operation.unclear.includes('internal') ? [`answered with internal: ${nameOf(operation)}`] : [],
  );
  const spans = spansOf(history, events.length);
  const waiting = operations
    .flatMap((operation): Refused[] =>
      operation.answers.flatMap((answer) => (answer.ok ? [] : [{ operation, code: answer.code, ...spans(operation.calledAt, answer.at) }])),
    )
    .toSorted((a, b) => a.from - b.from);
  const ledger = createLedger();
  const problems: string[] = [];
  let open: Refused[] = [];
  for (let next = 0; ;) {
    for (let one = waiting[next]; one && one.from <= ledger.seq; one = waiting[++next]) open.push(one);
    open = open.filter((one) => {
      if (explains(one, ledger)) return false;
      if (one.to > ledger.seq) return true;
      problems.push(`refused without a reason from seq ${one.from} to ${one.to}: ${nameOf(one.operation)}`);
      return false;
    });
    const event = events[ledger.seq];
    if (!event || (open.length === 0 && next === waiting.length)) return [...faults, ...problems];
    ledger.add(event);
  }
}

/** Whether what is acked has an event of its own, before which the log was shorter. */
const leavesOne = ({ command: { type } }: Operation) => type === 'submit-question' || (isAct(type) && !factOf[type].mayBeNone);

/** From when to when the log may have been as it was decided upon, as the `seq` of its end. */
function spansOf({ operations, sightings, own }: History, end: number) {
  const acked = operations.flatMap((operation) => {
    const ack = ackOf(operation);
    return ack ? [{ at: ack.at, calledAt: operation.calledAt, seq: ack.seq, event: leavesOne(operation) ? 1 : 0 }] : [];
  });
  const known = [
    ...acked,
    ...sightings.map(({ at, view }) => ({ at, seq: view.seq })),
    ...own.map(({ at, own: { seq } }) => ({ at, seq })),
  ].toSorted((a, b) => a.at - b.at);
  let most = 0;
  const soFar = known.map(({ at, seq }) => ({ at, seq: (most = Math.max(most, seq)) }));
  return (calledAt: number, answeredAt: number): { from: number; to: number } => {
    const before = soFar.findLast(({ at }) => at < calledAt)?.seq ?? 0;
    const after = acked.filter((one) => one.calledAt > answeredAt).map(({ seq, event }) => seq - event);
    const from = Math.min(before, end);
    return { from, to: Math.max(from, Math.min(end, ...after)) };
  };
}

/** Whether a log that ends here is a reason to refuse. */
function explains({ operation: { command, by }, code }: Refused, ledger: Ledger): boolean {
  const { phase } = ledger.session;
  const entry = 'questionId' in command ? ledger.questions.get(command.questionId) : undefined;
  switch (code) {
    // How much somebody sends is theirs to answer for.
    case 'rate-limited':
      return true;
    case 'forbidden':
      return !can(by.role, command.type) || (command.type === 'withdraw-question' && entry !== undefined && entry.author !== by.person);
    case 'session-not-open':
      return command.type === 'submit-question' && phase === 'scheduled';
    case 'session-ended':
      return phase === 'ended';
    case 'not-found':
      return 'questionId' in command && (!entry || !mayKnow(entry, by));
    case 'wrong-state':
      return (
        (isAct(command.type) &&
          (!phasesFor(command.type).includes(phase) || (entry !== undefined && !statusesFor(command.type).includes(entry.status)))) ||
        // Nobody at work here is on stage beside the doctor.
        (command.type === 'set-track' && by.role !== 'host') ||
        (command.type === 'cast-vote' && entry !== undefined && !VOTABLE.includes(entry.status)) ||
        (entry !== undefined && changedSince(entry, command, by.person))
      );
    case 'needs-clinician':
      if (by.role === 'reviewer' || !entry) return false;
      if (command.type === 'approve-question') return entry.clinical !== null;
      if (command.type === 'edit-question') return entry.clinical !== null && isPublicEntry(entry);
      return command.type === 'decline-question' && entry.status === 'in-review';
    default:
      return false;
  }
}

/** Rule M1. */
const mayKnow = (entry: Entry, { role, person }: Operation['by']) => isStaff(role) || entry.author === person || entry.wasPublic;

const anyPhase: readonly Phase[] = ['scheduled', 'open', 'live', 'paused', 'ended'];
const anyStatus: readonly QuestionStatus[] = QuestionStatus.options;
const kept = anyStatus.filter((status) => status !== 'withdrawn');

/** Rules S2 and Q13. */
const phasesFor = (type: Act): readonly Phase[] =>
  type === 'start-answer' ? ['live', 'paused'] : (phaseMoves[factOf[type].fact]?.from ?? anyPhase);

/** Rules Q6, Q11, Q12, M2, M4, M7, M8, M10 and M13. */
function statusesFor(type: Act): readonly QuestionStatus[] {
  if (type === 'pin-question') return PUBLIC;
  if (type === 'claim-question') return WAITING;
  if (type === 'edit-question') return [...WAITING, ...PUBLIC];
  if (type === 'release-question' || type === 'reply-to-asker') return kept;
  return moves[factOf[type].fact]?.from ?? anyStatus;
}
