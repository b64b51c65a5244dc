import type { ErrorCode } from '@bedside/shared/errors.ts';
import type { PersonId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import type { Break } from './history-breaks.ts';
import type { Judged } from './history-fixture.ts';
import type { Operation } from './history.ts';

/** Of those that somebody may make. */
const allowed = ({ history }: Judged) =>
  history.operations.filter(({ command, by }) => can(by.role, command.type) && command.type !== 'withdraw-question');

const answerWith = (operation: Operation | undefined, code: ErrorCode) =>
  operation && Object.assign(operation, { answers: [{ at: operation.calledAt + 1, ok: false, code }] });

/** What is answered without a reason, or with what no page deserves. */
export const breaksOfRefusals: Record<string, Break> = {
  'a command is answered with internal': {
    says: /answered with internal: #\d+/,
    apply: ({ history }, pick) => (pick(history.operations)?.unclear.push('internal') === 1 ? history : null),
  },
  'a command is refused to whoever may': {
    says: /refused without a reason .*: #\d+ .*refused with forbidden/,
    apply: (judged, pick) => answerWith(pick(allowed(judged)), 'forbidden'),
  },
  'a command of a page does not parse': {
    says: /refused without a reason .*: #\d+ .*refused with bad-request/,
    apply: ({ history }, pick) => answerWith(pick(history.operations), 'bad-request'),
  },
  'a question is refused for a state that nothing has': {
    says: /refused without a reason .*: #\d+ submit-question.*refused with wrong-state/,
    apply: (judged, pick) => answerWith(pick(allowed(judged).filter(({ command }) => command.type === 'submit-question')), 'wrong-state'),
  },
  'somebody else approves what was sent to a clinician': {
    says: /question-approved: a reviewer alone decides on question/,
    apply: ({ end }, pick) => {
      const sent = new Set(end.events.flatMap(({ fact }) => (fact.type === 'question-sent-to-clinician' ? [fact.questionId] : [])));
      // Nobody took those back.
      for (const { fact } of end.events) if (fact.type === 'review-undone') sent.delete(fact.questionId);
      const event = pick(
        end.events.filter(
          ({ seq, by, fact }) =>
            fact.type === 'question-approved' &&
            by.role === 'reviewer' &&
            sent.has(fact.questionId) &&
            end.events.some(
              (other) => other.seq < seq && other.fact.type === 'question-sent-to-clinician' && other.fact.questionId === fact.questionId,
            ),
        ),
      );
      return event && Object.assign(event, { by: { ...event.by, role: 'screener' } });
    },
  },
  'a moderator decides on what they have not seen': {
    says: /acked, though somebody else had decided since: #\d+ approve-question/,
    apply: ({ history, end }, pick) => {
      // Of what they asked themselves they know.
      const ownOnes = (person: PersonId) =>
        end.events.flatMap(({ fact }) => (fact.type === 'question-submitted' && fact.author === person ? [fact.questionId] : []));
      const acked = history.operations.flatMap((operation) => {
        const { command, answers, by } = operation;
        if (command.type !== 'approve-question' || !answers.some(({ ok }) => ok)) return [];
        return ownOnes(by.person).includes(command.questionId) ? [] : [{ operation, command }];
      });
      const one = pick(acked);
      return one && Object.assign(one.operation, { command: { ...one.command, seen: 0 } });
    },
  },
  'everybody hears that a question does not exist, which is public': {
    says: /refused without a reason .*: #\d+ (cast-vote|pin-question).*refused with not-found/,
    apply: (judged, pick) => {
      const acked = judged.history.operations.filter(
        ({ command, answers }) => (command.type === 'cast-vote' || command.type === 'pin-question') && answers.some(({ ok }) => ok),
      );
      // Called when it had been voted for: it was public.
      const again = pick(acked);
      const answer = again?.answers.at(-1);
      if (!again || !answer) return null;
      const operation = { ...again, number: judged.history.operations.length + 1, calledAt: answer.at + 1 };
      judged.history.operations.push(operation);
      return answerWith(operation, 'not-found');
    },
  },
};
