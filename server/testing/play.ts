import type { CommandType, SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { NodeId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import fc from 'fast-check';
import { type Context, type Decision, decide } from '../session/decide.ts';
import type { Event, Fact } from '../session/events.ts';
import { erasedBy } from '../session/erased.ts';
import { evolve, replay } from '../session/evolve.ts';
import type { By } from '../session/policy.ts';
import type { OwnedState, State } from '../session/state.ts';
import { visible } from '../session/visible.ts';

type AnyCommand = SessionCommand | SystemCommand;

const person = (name: string) => PersonId.parse(`person-${name}`);

/** Everyone who acts in tests. Their ids begin with `person-`, so that a leak is found by searching for it. */
/** Where the doctor of a history sends to. */
export const aNode = NodeId.parse('a-node');

export const cast = {
  host: { role: 'host', person: person('host') },
  moderator: { role: 'moderator', person: person('moderator') },
  ann: { role: 'viewer', person: person('ann') },
  ben: { role: 'viewer', person: person('ben') },
  cho: { role: 'viewer', person: person('cho') },
  organiser: { role: 'organiser', person: person('organiser') },
  system: { role: 'system', person: null },
} as const satisfies Record<string, By>;

export const sessionId = SessionId.parse('session-1');

export const scheduled: Fact = {
  type: 'session-scheduled',
  title: 'Migraine in pregnancy',
  description: '',
  host: { name: 'Dr Okafor', title: 'Neurologist' },
  startsAt: 5000,
};

export type Play = {
  readonly state: OwnedState;
  readonly events: readonly Event[];
  readonly texts: ReadonlyMap<TextId, string>;
  /** Decides and, if it is fine, folds in. The clock moves by 10 ms an event. */
  run(by: By, command: AnyCommand): Decision;
  /** Runs what must be fine; returns the id of the question if one was asked. */
  must(by: By, command: AnyCommand): QuestionId;
};

/** A session in memory: decide and evolve without a store. */
export function createPlay(): Play {
  const events: Event[] = [{ seq: 1, at: 1000, by: cast.organiser, fact: scheduled }];
  const texts = new Map<TextId, string>();
  const state = replay(sessionId, events);
  if (!state) throw new Error('no state');
  let ids = 0;
  const context: Context = {
    newQuestionId: () => QuestionId.parse(`question-${++ids}`),
    newText(body) {
      const id = TextId.parse(`text-${++ids}`);
      texts.set(id, body);
      return { id, digest: 'digest' };
    },
  };
  const play: Play = {
    state,
    events,
    texts,
    run(by, command) {
      const decision = decide(state, by, command, context);
      for (const fact of decision.ok ? decision.facts : []) {
        const event = { seq: state.seq + 1, at: 1000 + 10 * state.seq, by, fact };
        for (const id of erasedBy(state, fact)) texts.delete(id);
        evolve(state, event);
        events.push(event);
      }
      return decision;
    },
    must(by, command) {
      const decision = play.run(by, command);
      if (!decision.ok) throw new Error(`${command.type}: ${decision.error.code} ${decision.error.message}`);
      return decision.questionId ?? QuestionId.parse('none');
    },
  };
  return play;
}

/** A session that is live, with one question a name, each approved unless it says otherwise. */
export function livePlay(): Play & { ask(body?: string): QuestionId; approved(body?: string): QuestionId } {
  const play = createPlay();
  play.must(cast.host, { type: 'go-live' });
  const ask = (text = 'Is this normal?') => play.must(cast.ann, { type: 'submit-question', text });
  const approved = (text?: string) => {
    const questionId = ask(text);
    play.must(cast.moderator, { type: 'approve-question', questionId });
    return questionId;
  };
  return { ...play, ask, approved };
}

/** One step of a made-up history: what is tried by whom, on the `which`th of the questions there are. */
export type Step = { type: Exclude<CommandType, 'schedule-session'>; who: keyof typeof cast; honest: boolean; which: number; on: boolean };

const weights: Record<Step['type'], number> = {
  'open-session': 1,
  'go-live': 2,
  'pause-session': 1,
  'end-session': 1,
  'submit-question': 12,
  'withdraw-question': 3,
  'cast-vote': 14,
  'approve-question': 10,
  'decline-question': 4,
  'undo-review': 3,
  'start-answer': 4,
  'finish-answer': 3,
  'skip-question': 2,
  'requeue-question': 3,
  'pin-question': 3,
  'unpin-question': 1,
  'set-track': 2,
  'start-stream': 2,
  'lose-stream': 1,
  'stop-stream': 1,
};

export const commandTypes = Object.keys(weights).filter((type): type is Step['type'] => type in weights);
const actors = Object.keys(cast).filter((name): name is keyof typeof cast => name in cast);

/** Most steps are tried by somebody who may; one in five by anybody. */
const anyStep: fc.Arbitrary<Step> = fc.record({
  type: fc.oneof(...commandTypes.map((type) => ({ arbitrary: fc.constant(type), weight: weights[type] }))),
  who: fc.constantFrom(...actors),
  honest: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
  which: fc.nat(7),
  on: fc.boolean(),
});

/** Long enough for questions to go all their ways. */
export const anyHistory: fc.Arbitrary<Step[]> = fc.array(anyStep, { minLength: 20, maxLength: 80, size: 'max' });

/** Anybody's tries are made on any question; honest ones on those in a status in which they may succeed. */
const fitting: Partial<Record<Step['type'], readonly QuestionStatus[]>> = {
  'withdraw-question': ['pending', 'approved', 'declined', 'skipped'],
  'cast-vote': ['approved', 'skipped', 'answering'],
  'approve-question': ['pending'],
  'decline-question': ['pending'],
  'undo-review': ['approved', 'skipped', 'declined'],
  'start-answer': ['approved', 'skipped'],
  'finish-answer': ['answering'],
  'skip-question': ['approved', 'answering'],
  'requeue-question': ['answering', 'answered', 'skipped'],
  'pin-question': ['approved', 'answering', 'answered', 'skipped'],
};

/** The marker that every text of a history carries: private ones are searched for in views. */
export const marker = (kind: 'text' | 'name' | 'note', number: number) => `<${kind} ${number}>`;

/** The command of a step in a session's state. `number` makes its texts unique. */
export function commandOf(step: Step, state: State, number: number): { by: By; command: AnyCommand } {
  const { type, on, which } = step;
  const all = [...state.questions.values()];
  const fit = all.filter(({ status }) => step.honest && fitting[type]?.includes(status));
  const candidates = fit.length > 0 ? fit : all;
  const question = candidates[which % Math.max(1, candidates.length)];
  const questionId = question?.id ?? QuestionId.parse('unknown');
  const allowed = [cast.ann, cast.ben, cast.cho, cast.host, cast.moderator, cast.system].filter(({ role }) => can(role, type));
  const asker = Object.values(cast).find(({ person }) => person !== null && person === question?.author);
  const right = (type === 'withdraw-question' && asker) || (allowed[which % allowed.length] ?? cast.ann);
  const by = step.honest ? right : cast[step.who];
  switch (type) {
    case 'submit-question':
      return { by, command: { type, text: marker('text', number), ...(on ? { name: marker('name', number) } : {}) } };
    case 'decline-question':
      return { by, command: { type, questionId, reason: 'off-topic', ...(on ? { note: marker('note', number) } : {}) } };
    case 'cast-vote':
      return { by, command: { type, questionId, on: on || which % 2 === 0 } };
    case 'set-track':
      return { by, command: { type, source: which % 2 === 0 ? 'camera' : 'microphone', muted: on } };
    case 'start-stream':
      return { by, command: { type, tracks: on ? ['camera', 'microphone'] : ['microphone'], node: aNode } };
    case 'lose-stream':
    case 'stop-stream':
      return { by, command: { type, epoch: on ? state.stream.epoch : which } };
    case 'open-session':
    case 'go-live':
    case 'pause-session':
    case 'end-session':
      return { by, command: { type } };
    default:
      return { by, command: { type, questionId } };
  }
}

/** Tries steps one after the other in a session that is live. */
export function playSteps(steps: readonly Step[], after: (play: Play, decision: Decision, by: By) => void = () => {}): Play {
  const play = createPlay();
  play.must(cast.host, { type: 'go-live' });
  steps.forEach((step, number) => {
    const { by, command } = commandOf(step, play.state, number);
    after(play, play.run(by, command), by);
  });
  return play;
}

/** What the public sees now. */
export const publicView = (play: Play) => visible(play.state, 'public', play.texts);
