import { type CastVote, Channel, type SessionCommand, type SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { can, Role, sendsOn } from '@bedside/shared/roles.ts';
import type * as z from 'zod';
import { decideAsked, isAsked } from './decide-asked.ts';
import { decideCaptions, isCaptioning, unsaid } from './decide-captions.ts';
import { decideOrder, isOrder } from './decide-order.ts';
import { decideOutputs, isOfOutputs } from './decide-outputs.ts';
import { decideReview, isReview } from './decide-review.ts';
import { decideVoices, isOfVoices } from './decide-voices.ts';
import {
  accept,
  acceptIf,
  type Context,
  type Decision,
  type CommandOf,
  freeStage,
  onChannel,
  onQuestion,
  turnOff,
  untilEnd,
  whenPhase,
} from './deciding.ts';
import type { Fact } from './events.ts';
import { type By, whileIn } from './policy.ts';
import { maySend, type State, streamOn } from './state.ts';
import { decideVotes } from './votes.ts';

export type { Context, Decision } from './deciding.ts';

/**
 * What a command does to a session: facts to append, or a refusal that leaves nothing behind. All rules of SPEC.md
 * on roles, phases, statuses and ownership are held here, so they hold whoever calls.
 */
export function decide(state: State, by: By, command: SessionCommand | SystemCommand, context: Context): Decision {
  if (!can(by.role, command.type)) return refuse('forbidden', `${by.role} may not ${command.type}`);
  const within = whileIn(state, by, context.now);
  if (!within.ok) return within;
  if (isAsked(command)) return decideAsked(state, by, command, context);
  if (isReview(command)) return decideReview(state, by, command, context);
  if (isCaptioning(command)) return decideCaptions(state, by, command, context);
  if (isOrder(command)) return decideOrder(state, by, command, context);
  if (isOfOutputs(command)) return decideOutputs(state, command, context);
  if (isOfVoices(command)) return decideVoices(state, by, command, context);
  switch (command.type) {
    case 'open-session':
      return whenPhase(state, ['scheduled'], () => [{ type: 'session-opened' }]);
    case 'go-live':
      if (state.closed) return refuse('wrong-state', 'not possible while closed');
      return whenPhase(state, ['scheduled', 'open', 'paused'], () => [...unsaid(state), { type: 'session-went-live' }]);
    case 'start-rehearsal':
      return whenPhase(state, ['scheduled', 'open'], () => acceptIf(!state.rehearsing, { type: 'rehearsal-started' }));
    case 'stop-rehearsal':
      return untilEnd(state, () => acceptIf(state.rehearsing, { type: 'rehearsal-stopped' }));
    case 'pause-session':
      return whenPhase(state, ['live'], () => [{ type: 'session-paused' }]);
    case 'end-session':
      return whenPhase(state, ['scheduled', 'open', 'live', 'paused'], () => end(state));
    case 'cast-vote':
      return castVote(state, by, command, context);
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
      return untilEnd(state, () => {
        const channel = channelOf(by);
        if (channel === null || !maySend(state, channel, by.person ?? undefined)) return refuse('wrong-state', 'not on stage');
        return accept(
          streamOn(state, channel).muted[source] === muted ? [] : [{ type: 'track-set', source, muted, ...onChannel(channel) }],
        );
      });
    }
    case 'set-layout':
      return untilEnd(state, () => acceptIf(state.layout !== command.layout, { type: 'layout-set', layout: command.layout }));
    case 'start-stream': {
      const tracks = [...new Set(command.tracks)];
      const { channel = 'main', node, person, ingest } = command;
      return untilEnd(state, () => {
        if (!maySend(state, channel, person)) return refuse('wrong-state', 'not on stage');
        // Revoked since it was looked at, on whichever node (rule W1).
        if (ingest !== undefined && ingest !== state.outputs.ingest) return refuse('forbidden', 'no token of this session');
        const epoch = streamOn(state, channel).epoch + 1;
        const external = ingest === undefined ? {} : { external: true as const };
        return accept([{ type: 'stream-started', epoch, tracks, node, ...external, ...onChannel(channel) }]);
      });
    }
    case 'lose-stream':
      return onStream(state, command, ['on'], { type: 'stream-lost', epoch: command.epoch, ...onChannel(command.channel) });
    case 'stop-stream':
      return onStream(state, command, ['on', 'lost'], { type: 'stream-stopped', epoch: command.epoch, ...onChannel(command.channel) });
  }
}

/** The first event of a session's log (rule S1). */
export function decideSchedule(by: By, command: CommandOf<'schedule-session'>): Ack<{ fact: Fact }> {
  if (!can(by.role, command.type)) return refuse('forbidden', `${by.role} may not ${command.type}`);
  const { title, description = '', host, startsAt } = command;
  return { ok: true, fact: { type: 'session-scheduled', title, description, host, startsAt } };
}

function castVote(state: State, by: By, command: z.infer<typeof CastVote>, { now }: Context): Decision {
  const { facts, refused } = decideVotes(state, [{ by, questionId: command.questionId, on: command.on }], now);
  return refused[0] ? { ok: false, error: refused[0].error } : accept(facts);
}

/** Rules Q7 and S4: what is being answered is finished by what comes after it. */
function finishAnswering(state: State): Fact[] {
  return state.answeringId === null ? [] : [{ type: 'answer-finished', questionId: state.answeringId }];
}

function end(state: State): Fact[] {
  const stop = Channel.options.flatMap((channel) => (channel === 'guest' && state.guest ? freeStage(state) : turnOff(state, channel)));
  const lower = [...state.hands.keys()].map((handId): Fact => ({ type: 'hand-lowered', handId }));
  return [...finishAnswering(state), ...stop, ...lower, { type: 'session-ended' }];
}

/** Rule S5: a report on another epoch than the present one comes too late and changes nothing. */
function onStream(
  state: State,
  report: { epoch: number; channel?: Channel },
  statuses: readonly State['stream']['status'][],
  fact: Fact,
): Decision {
  const { epoch, status } = streamOn(state, report.channel ?? 'main');
  return accept(report.epoch === epoch && statuses.includes(status) ? [fact] : []);
}

/** Rule T2. */
function channelOf({ role }: By): Channel | null {
  const inSession = Role.safeParse(role);
  return inSession.success ? sendsOn[inSession.data] : null;
}
