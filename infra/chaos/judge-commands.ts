import type { Command, SessionCommand } from '@bedside/shared/commands.ts';
import { normaliseText } from '@bedside/shared/text.ts';
import type { Event, Fact } from '../../server/session/events.ts';
import { ackOf, type Acked, type End, isRefused, nameOf, type Operation } from './history.ts';
import { changedSince, createLedger, type Entry, type Ledger } from './ledger.ts';

/** One command has one answer, however often it was sent, and the log keeps the order in which people could see it (rules R1, R5). */
export function judgeAnswers(operations: readonly Operation[]): string[] {
  const problems: string[] = [];
  for (const operation of operations) {
    const outcomes = new Set(operation.answers.map((answer) => (answer.ok ? `${answer.seq} ${answer.questionId}` : 'refused')));
    if (outcomes.size > 1) problems.push(`one command was answered in two ways: ${nameOf(operation)}`);
  }
  const acked = operations.flatMap((operation) => {
    const ack = ackOf(operation);
    return ack ? [{ operation, ack }] : [];
  });
  const byAck = acked.toSorted((a, b) => a.ack.at - b.ack.at);
  let newest: (typeof acked)[number] | null = null;
  let next = 0;
  for (const each of acked.toSorted((a, b) => a.operation.calledAt - b.operation.calledAt)) {
    for (let before = byAck[next]; before && before.ack.at < each.operation.calledAt; before = byAck[++next]) {
      if (!newest || before.ack.seq > newest.ack.seq) newest = before;
    }
    if (newest && newest.ack.seq > each.ack.seq)
      problems.push(`acked before the other was called, and later in the log: ${nameOf(newest.operation)}; ${nameOf(each.operation)}`);
  }
  return problems;
}

/** Every question is there as often as it may be, with its text, and what was withdrawn is erased (rules Q6, R5, A9). */
export function judgeQuestions(operations: readonly Operation[], end: End, ledger: Ledger): string[] {
  const problems: string[] = [];
  const byBody = new Map<string, Entry[]>();
  for (const entry of ledger.questions.values()) {
    const body = end.texts.get(entry.text);
    if (body !== undefined) byBody.set(body, [...(byBody.get(body) ?? []), entry]);
  }
  const claimed = new Set<Entry>();
  const unplaced: Operation[] = [];
  for (const operation of operations) {
    const { command, by } = operation;
    if (command.type !== 'submit-question') continue;
    const body = normaliseText(command.text);
    const found = byBody.get(body) ?? [];
    for (const entry of found) claimed.add(entry);
    const ids = found.map(({ id }) => id).join(', ');
    if (found.length > 1) problems.push(`a question is there ${found.length} times (${ids}): ${nameOf(operation)}`);
    if (found.some(({ author }) => author !== by.person)) problems.push(`a question has another asker: ${nameOf(operation)}`);
    if (isRefused(operation) && found.length > 0) problems.push(`what was refused is there (${ids}): ${nameOf(operation)}`);
    const ack = ackOf(operation);
    if (ack) problems.push(...ackedQuestion(operation, ack, body, end, ledger, claimed));
    else if (operation.answers.length === 0 && found.length === 0) unplaced.push(operation);
  }
  for (const entry of ledger.questions.values()) {
    if (entry.status === 'withdrawn') {
      if ([entry.text, entry.name].some((id) => id !== null && end.texts.has(id)))
        problems.push(`what was written of the withdrawn question ${entry.id} is still there`);
    } else if (!end.texts.has(entry.text)) problems.push(`the text of question ${entry.id} is gone, though nobody withdrew it`);
    if (claimed.has(entry)) continue;
    // One whose text was erased may be that of a command which nobody knows the end of.
    const at = entry.status === 'withdrawn' ? unplaced.findIndex(({ by }) => by.person === entry.author) : -1;
    if (at >= 0) unplaced.splice(at, 1);
    else problems.push(`question ${entry.id} at seq ${entry.seq} was asked by nobody`);
  }
  return problems;
}

function ackedQuestion(operation: Operation, ack: Acked, body: string, end: End, ledger: Ledger, claimed: Set<Entry>): string[] {
  const entry = ack.questionId === undefined ? undefined : ledger.questions.get(ack.questionId);
  if (!entry) return [`an acked question is lost: ${nameOf(operation)}`];
  claimed.add(entry);
  const problems: string[] = [];
  if (entry.seq !== ack.seq) problems.push(`a question is at seq ${entry.seq}: ${nameOf(operation)}`);
  if (entry.author !== operation.by.person) problems.push(`a question has another asker: ${nameOf(operation)}`);
  if (entry.status !== 'withdrawn' && end.texts.get(entry.text) !== body)
    problems.push(`question ${entry.id} says something else: ${nameOf(operation)}`);
  return problems;
}

/** What people at work here do, besides asking and voting: anything else is left alone. */
export type Act = Extract<
  SessionCommand['type'],
  | 'open-session'
  | 'go-live'
  | 'pause-session'
  | 'end-session'
  | 'withdraw-question'
  | 'approve-question'
  | 'decline-question'
  | 'undo-review'
  | 'start-answer'
  | 'finish-answer'
  | 'skip-question'
  | 'requeue-question'
  | 'pin-question'
  | 'unpin-question'
  | 'set-track'
  | 'send-to-clinician'
  | 'claim-question'
  | 'release-question'
  | 'reply-to-asker'
  | 'edit-question'
>;

/** The fact that each act leaves; `mayBeNone` where it may find everything as it should be. */
export const factOf: Record<Act, { fact: Fact['type']; mayBeNone?: true }> = {
  'open-session': { fact: 'session-opened' },
  'go-live': { fact: 'session-went-live' },
  'pause-session': { fact: 'session-paused' },
  'end-session': { fact: 'session-ended' },
  'withdraw-question': { fact: 'question-withdrawn' },
  'approve-question': { fact: 'question-approved' },
  'decline-question': { fact: 'question-declined' },
  'undo-review': { fact: 'review-undone' },
  'start-answer': { fact: 'answer-started' },
  'finish-answer': { fact: 'answer-finished' },
  'skip-question': { fact: 'question-skipped' },
  'requeue-question': { fact: 'question-requeued' },
  'pin-question': { fact: 'question-pinned', mayBeNone: true },
  'unpin-question': { fact: 'question-unpinned', mayBeNone: true },
  'set-track': { fact: 'track-set', mayBeNone: true },
  'send-to-clinician': { fact: 'question-sent-to-clinician' },
  'claim-question': { fact: 'question-claimed', mayBeNone: true },
  'release-question': { fact: 'question-released', mayBeNone: true },
  'reply-to-asker': { fact: 'asker-replied' },
  'edit-question': { fact: 'question-edited', mayBeNone: true },
};

export const isAct = (type: Command['type']): type is Act => type in factOf;
const targetOf = (what: SessionCommand | Fact) =>
  'questionId' in what ? what.questionId : 'muted' in what ? `${what.source} ${what.muted}` : '';

/** What everybody but voters and askers did, staff's decisions above all: as often as acked, where the ack says, by whom it was. */
export function judgeActs(operations: readonly Operation[], events: readonly Event[]): string[] {
  const problems: string[] = [];
  const groups = new Map<string, { operations: Operation[]; seqs: number[] }>();
  const groupOf = (fact: Fact['type'], target: string, person: string | null) => {
    const key = `${fact} ${target} ${person}`;
    const group = groups.get(key) ?? { operations: [], seqs: [] };
    groups.set(key, group);
    return group;
  };
  for (const [index, { seq, by, fact }] of events.entries()) {
    // What is being answered is finished by what comes after it (rules Q7, S4): that is no act of its own.
    const after = events[index + 1];
    const implied =
      fact.type === 'answer-finished' &&
      after?.by.person === by.person &&
      ['answer-started', 'session-ended', 'stream-stopped'].includes(after.fact.type);
    if (!implied) groupOf(fact.type, targetOf(fact), by.person).seqs.push(seq);
  }
  for (const operation of operations) {
    const { command, by } = operation;
    if (!isAct(command.type)) continue;
    groupOf(factOf[command.type].fact, targetOf(command), by.person).operations.push(operation);
    problems.push(...ackedAct(operation, command.type, events));
  }
  const acts = new Set<Fact['type']>(Object.values(factOf).map(({ fact }) => fact));
  for (const [key, { operations: meant, seqs }] of groups) {
    const [type] = key.split(' ');
    const isOfAct = [...acts].some((fact) => fact === type);
    const allowed = meant.filter((operation) => !isRefused(operation)).length;
    if (!isOfAct || seqs.length <= allowed) continue;
    const where = `${type} at seq ${seqs.join(' and ')}`;
    const refused = meant.filter(isRefused);
    if (refused.length > 0) problems.push(`${where}, though refused: ${refused.map(nameOf).join('; ')}`);
    else if (allowed > 0) problems.push(`${where}, done more often than asked for: ${meant.map(nameOf).join('; ')}`);
    else problems.push(`${where} was done by nobody`);
  }
  problems.push(...sharedSeqs(operations), ...untrue(operations, events));
  return problems;
}

function ackedAct(operation: Operation, type: Act, events: readonly Event[]): string[] {
  const ack = ackOf(operation);
  const { command, by } = operation;
  if (!ack) return [];
  const { fact: wanted, mayBeNone } = factOf[type];
  const event = events[ack.seq - 1];
  const there = event?.fact.type === wanted && targetOf(event.fact) === targetOf(command) && event.by.person === by.person;
  if (there && command.type === 'decline-question' && event.fact.type === 'question-declined') {
    const same = event.fact.reason === command.reason && (event.fact.note === null) === (command.note === undefined);
    return same ? [] : [`declined with another reason or note: ${nameOf(operation)}`];
  }
  if (there) return [];
  if (!event) return [`acked beyond the log's end at ${events.length}: ${nameOf(operation)}`];
  return mayBeNone ? [] : [`an acked act is lost (seq ${ack.seq} is ${event.fact.type}): ${nameOf(operation)}`];
}

/** No two acts have one `seq`, but for those that may have changed nothing. */
function sharedSeqs(operations: readonly Operation[]): string[] {
  const owners = new Map<number, Operation>();
  const problems: string[] = [];
  for (const operation of operations) {
    const { type } = operation.command;
    const ack = ackOf(operation);
    if (!ack || type === 'cast-vote' || (isAct(type) && factOf[type].mayBeNone)) continue;
    const other = owners.get(ack.seq);
    if (other) problems.push(`two were acked with one seq: ${nameOf(other)}; ${nameOf(operation)}`);
    owners.set(ack.seq, operation);
  }
  return problems;
}

/** What an act that may change nothing asked for is so at the `seq` of its ack, and what was decided was so on what was seen (rule M17). */
function untrue(operations: readonly Operation[], events: readonly Event[]): string[] {
  const ledger = createLedger();
  const acked = operations.flatMap((operation) => {
    const ack = ackOf(operation);
    return ack ? [{ operation, seq: ack.seq }] : [];
  });
  const problems: string[] = [];
  for (const { operation, seq } of acked.toSorted((a, b) => a.seq - b.seq)) {
    for (const event of events.slice(ledger.seq, seq)) ledger.add(event);
    const { command, by } = operation;
    if ('questionId' in command) {
      const entry = ledger.questions.get(command.questionId);
      if (entry && changedSince(entry, command, by.person))
        problems.push(`acked, though somebody else had decided since: ${nameOf(operation)}`);
    }
    const holds =
      command.type === 'pin-question'
        ? ledger.pinned === command.questionId
        : command.type === 'unpin-question'
          ? ledger.pinned !== command.questionId
          : command.type === 'set-track'
            ? (ledger.muted.get(command.source) ?? false) === command.muted
            : true;
    if (!holds) problems.push(`acked, and not so at that seq: ${nameOf(operation)}`);
  }
  return problems;
}
