import type { CastVote, Command, SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, type Failure, refuse } from '@bedside/shared/errors.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import type * as z from 'zod';
import type { Fact, TextRef } from './events.ts';
import { type By, find } from './policy.ts';
import type { State } from './state.ts';
import { decideVotes } from './votes.ts';

/** What a decision needs from the outside world. */
export type Context = {
  newQuestionId(): QuestionId;
  /** Keeps what a person wrote beside the log and returns what the log says of it (rule A9). */
  newText(body: string): TextRef;
};

/** No facts: the command is fine and changes nothing. */
export type Decision = { ok: true; facts: Fact[]; questionId?: QuestionId } | { ok: false; error: Failure };

type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/**
 * What a command does to a session: facts to append, or a refusal that leaves nothing behind. All rules of SPEC.md
 * on roles, phases, statuses and ownership are held here, so they hold whoever calls.
 */
export function decide(state: State, by: By, command: SessionCommand | SystemCommand, context: Context): Decision {
  if (!can(by.role, command.type)) return refuse('forbidden', `${by.role} may not ${command.type}`);
  switch (command.type) {
    case 'open-session':
      return whenPhase(state, ['scheduled'], () => [{ type: 'session-opened' }]);
    case 'go-live':
      return whenPhase(state, ['scheduled', 'open', 'paused'], () => [{ type: 'session-went-live' }]);
    case 'pause-session':
      return whenPhase(state, ['live'], () => [{ type: 'session-paused' }]);
    case 'end-session':
      return whenPhase(state, ['scheduled', 'open', 'live', 'paused'], () => end(state));
    case 'submit-question':
      return submit(state, by, command, context);
    case 'cast-vote':
      return castVote(state, by, command);
    case 'withdraw-question':
      return withdraw(state, by, command.questionId);
    case 'approve-question':
      return onQuestion(state, by, command, ['pending'], (questionId) => [{ type: 'question-approved', questionId }]);
    case 'decline-question': {
      const { reason, note } = command;
      return onQuestion(state, by, command, ['pending'], (questionId) => [
        { type: 'question-declined', questionId, reason, note: note === undefined ? null : context.newText(note) },
      ]);
    }
    case 'undo-review':
      return onQuestion(state, by, command, ['approved', 'skipped', 'declined'], (questionId) => [{ type: 'review-undone', questionId }]);
    case 'requeue-question':
      return onQuestion(state, by, command, ['answering', 'answered', 'skipped'], (questionId) => [
        { type: 'question-requeued', questionId },
      ]);
    case 'start-answer':
      return whenPhase(state, ['live', 'paused'], () =>
        onQuestion(state, by, command, ['approved', 'skipped'], (questionId) => [
          ...finishAnswering(state),
          { type: 'answer-started', questionId },
        ]),
      );
    case 'finish-answer':
      return untilEnd(state, () =>
        onQuestion(state, by, command, ['answering'], (questionId) => [{ type: 'answer-finished', questionId }]),
      );
    case 'skip-question':
      return untilEnd(state, () =>
        onQuestion(state, by, command, ['approved', 'answering'], (questionId) => [{ type: 'question-skipped', questionId }]),
      );
    case 'pin-question':
      return untilEnd(state, () =>
        onQuestion(state, by, command, ['approved', 'answering', 'answered', 'skipped'], (questionId) =>
          state.pinnedId === questionId ? [] : [{ type: 'question-pinned', questionId }],
        ),
      );
    case 'unpin-question': {
      const { questionId } = command;
      return untilEnd(state, () => accept(state.pinnedId === questionId ? [{ type: 'question-unpinned', questionId }] : []));
    }
    case 'set-track': {
      const { source, muted } = command;
      return untilEnd(state, () => accept(state.muted[source] === muted ? [] : [{ type: 'track-set', source, muted }]));
    }
    case 'start-stream': {
      const tracks = [...new Set(command.tracks)];
      return untilEnd(state, () => accept([{ type: 'stream-started', epoch: state.stream.epoch + 1, tracks, node: command.node }]));
    }
    case 'lose-stream':
      return onStream(state, command, ['on'], { type: 'stream-lost', epoch: command.epoch });
    case 'stop-stream':
      return onStream(state, command, ['on', 'lost'], { type: 'stream-stopped', epoch: command.epoch });
  }
}

/** The first event of a session's log (rule S1). */
export function decideSchedule(by: By, command: CommandOf<'schedule-session'>): Ack<{ fact: Fact }> {
  if (!can(by.role, command.type)) return refuse('forbidden', `${by.role} may not ${command.type}`);
  const { title, description = '', host, startsAt } = command;
  return { ok: true, fact: { type: 'session-scheduled', title, description, host, startsAt } };
}

function accept(facts: Fact[]): Decision {
  return { ok: true, facts };
}

function whenPhase(state: State, phases: readonly State['phase'][], then: () => Fact[] | Decision): Decision {
  return untilEnd(state, () => {
    if (!phases.includes(state.phase)) return refuse('wrong-state', `not possible while ${state.phase}`);
    const result = then();
    return Array.isArray(result) ? accept(result) : result;
  });
}

function untilEnd(state: State, then: () => Decision): Decision {
  return state.phase === 'ended' ? refuse('session-ended', 'the session has ended') : then();
}

function onQuestion(
  state: State,
  by: By,
  command: { questionId: QuestionId },
  statuses: readonly QuestionStatus[],
  then: (id: QuestionId) => Fact[],
): Decision {
  const found = find(state, by, command.questionId, statuses);
  return found.ok ? accept(then(command.questionId)) : found;
}

function submit(state: State, by: By, command: CommandOf<'submit-question'>, context: Context): Decision {
  if (state.phase === 'scheduled') return refuse('session-not-open', 'questions are not taken yet');
  const author = by.person;
  if (author === null) return refuse('no-identity', 'a question needs a person');
  return untilEnd(state, () => {
    const questionId = context.newQuestionId();
    const text = context.newText(command.text);
    const name = command.name === undefined ? null : context.newText(command.name);
    return { ok: true, facts: [{ type: 'question-submitted', questionId, author, text, name }], questionId };
  });
}

function castVote(state: State, by: By, command: z.infer<typeof CastVote>): Decision {
  const { facts, refused } = decideVotes(state, [{ by, questionId: command.questionId, on: command.on }]);
  return refused[0] ? { ok: false, error: refused[0].error } : accept(facts);
}

function withdraw(state: State, by: By, questionId: QuestionId): Decision {
  const found = find(state, by, questionId, ['pending', 'approved', 'declined', 'skipped']);
  const author = state.questions.get(questionId)?.author;
  if (author !== undefined && author !== by.person && (found.ok || found.error.code === 'wrong-state')) {
    return refuse('forbidden', 'only the asker withdraws a question');
  }
  return found.ok ? accept([{ type: 'question-withdrawn', questionId }]) : found;
}

/** Rules Q7 and S4: what is being answered is finished by what comes after it. */
function finishAnswering(state: State): Fact[] {
  return state.answeringId === null ? [] : [{ type: 'answer-finished', questionId: state.answeringId }];
}

function end(state: State): Fact[] {
  const { epoch, status } = state.stream;
  const stop: Fact[] = status === 'off' ? [] : [{ type: 'stream-stopped', epoch }];
  return [...finishAnswering(state), ...stop, { type: 'session-ended' }];
}

/** Rule S5: a report on another epoch than the present one comes too late and changes nothing. */
function onStream(state: State, report: { epoch: number }, statuses: readonly State['stream']['status'][], fact: Fact): Decision {
  return accept(report.epoch === state.stream.epoch && statuses.includes(state.stream.status) ? [fact] : []);
}
