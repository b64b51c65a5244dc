import type { Channel, Command } from '@bedside/shared/commands.ts';
import { type Failure, refuse } from '@bedside/shared/errors.ts';
import type { HandId, PersonId, QuestionId, ReplyId, TargetId, TextId } from '@bedside/shared/ids.ts';
import type { Marks } from '@bedside/shared/marks.ts';
import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import type { Fact, TextRef } from './events.ts';
import { type By, find } from './policy.ts';
import { type Question, type State, streamOn } from './state.ts';

/** What a decision needs from the outside world. */
export type Context = {
  /** Milliseconds since 1970. */
  now: number;
  newQuestionId(): QuestionId;
  newReplyId(): ReplyId;
  newHandId(): HandId;
  /** Keeps what a person wrote beside the log and returns what the log says of it (rule A9). */
  newText(body: string): TextRef;
  newTargetId(): TargetId;
  /** The same of what nobody may read again: what is kept is sealed (rule X6). */
  newSecret(body: string): TextRef;
  /** Whether a text is still there and is this one. */
  isText(id: TextId, body: string): boolean;
  /** A text that is still there. */
  textOf(id: TextId): string | undefined;
  /** What is found in a new question (rules F4, G1, H1). */
  mark(text: string, name: string | null): Marks;
  /** Whether a person has a role in the session other than viewer (rule H7). */
  hasRole(person: PersonId): boolean;
};

/** No facts: the command is fine and changes nothing. */
export type Decision = { ok: true; facts: Fact[]; questionId?: QuestionId } | { ok: false; error: Failure };

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export function accept(facts: Fact[]): Decision {
  return { ok: true, facts };
}

/** What is asked for is done, or was already. */
export const acceptIf = (news: boolean, fact: Fact): Decision => accept(news ? [fact] : []);

/** As facts say it: of the doctor's own stream they name none. */
export const onChannel = (channel: Channel | undefined): { channel?: Channel } =>
  channel === undefined || channel === 'main' ? {} : { channel };

/** Turns a stream off that is not. */
export function turnOff(state: State, channel: Channel): Fact[] {
  const { epoch, status } = streamOn(state, channel);
  return status === 'off' ? [] : [{ type: 'stream-stopped', epoch, ...onChannel(channel) }];
}

/** Whoever is on stage, or on the way there, is so no more. */
export const freeStage = (state: State): Fact[] =>
  state.guest ? [...turnOff(state, 'guest'), { type: 'guest-removed', handId: state.guest.handId }] : [];

export function whenPhase(state: State, phases: readonly State['phase'][], then: () => Fact[] | Decision): Decision {
  return untilEnd(state, () => {
    if (!phases.includes(state.phase)) return refuse('wrong-state', `not possible while ${state.phase}`);
    const result = then();
    return Array.isArray(result) ? accept(result) : result;
  });
}

export function untilEnd(state: State, then: () => Decision): Decision {
  return state.phase === 'ended' ? refuse('session-ended', 'the session has ended') : then();
}

export function onQuestion(
  state: State,
  by: By,
  command: { questionId: QuestionId },
  statuses: readonly QuestionStatus[],
  then: (id: QuestionId, question: Question) => Fact[],
): Decision {
  const found = find(state, by, command.questionId, statuses);
  return found.ok ? accept(then(command.questionId, found.question)) : found;
}

export const waiting: readonly QuestionStatus[] = ['pending', 'in-review'];
export const publicly: readonly QuestionStatus[] = ['approved', 'answering', 'answered', 'skipped'];
/** All but withdrawn. */
export const kept: readonly QuestionStatus[] = [...waiting, ...publicly, 'declined', 'merged'];

/** Rule D4: what was merged into a question is given back before that goes; what had been merged into those comes with them. */
export function giveBack({ questions }: State, { status, children }: Question): Fact[] {
  return [...children].flatMap((questionId): Fact[] => {
    const merged = questions.get(questionId)?.merged;
    if (!merged || merged.via.length > 0) return [];
    const republishes = isPublicStatus(merged.was) && !isPublicStatus(status);
    return [{ type: 'question-unmerged', questionId, ...(republishes ? { to: 'pending' } : {}) }];
  });
}
