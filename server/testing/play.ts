import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { HandId, NodeId, PersonId, QuestionId, ReplyId, SessionId, TargetId, TextId } from '@bedside/shared/ids.ts';
import type { Marks } from '@bedside/shared/marks.ts';
import { type Context, type Decision, decide } from '../session/decide.ts';
import type { Event, Fact } from '../session/events.ts';
import { erasedBy } from '../session/erased.ts';
import { evolve, replay } from '../session/evolve.ts';
import type { By } from '../session/policy.ts';
import type { OwnedState, State } from '../session/state.ts';
import { visible } from '../session/visible.ts';

export type AnyCommand = SessionCommand | SystemCommand;

const person = (name: string) => PersonId.parse(`person-${name}`);

/** Where the doctor of a history sends to. */
export const aNode = NodeId.parse('a-node');

/** Everyone who acts in tests. Their ids begin with `person-`, so that a leak is found by searching for it. */
export const cast = {
  host: { role: 'host', person: person('host') },
  cohost: { role: 'cohost', person: person('cohost') },
  interpreter: { role: 'interpreter', person: person('interpreter') },
  moderator: { role: 'moderator', person: person('moderator') },
  screener: { role: 'screener', person: person('screener') },
  reviewer: { role: 'reviewer', person: person('reviewer') },
  captioner: { role: 'captioner', person: person('captioner') },
  ann: { role: 'viewer', person: person('ann') },
  ben: { role: 'viewer', person: person('ben') },
  cho: { role: 'viewer', person: person('cho') },
  organiser: { role: 'organiser', person: person('organiser') },
  system: { role: 'system', person: null },
  service: { role: 'caption-service', person: null },
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
  /** What is not erased, and all that was ever written. */
  readonly texts: ReadonlyMap<TextId, string>;
  readonly written: ReadonlyMap<TextId, string>;
  /** Lets so many milliseconds pass. */
  wait(milliseconds: number): void;
  now(): number;
  /** Decides and, if it is fine, folds in. The clock moves by 10 ms an event. */
  run(by: By, command: AnyCommand): Decision;
  /** Runs what must be fine; returns the id of the question if one was asked. */
  must(by: By, command: AnyCommand): QuestionId;
};

/** What tests have found in a text: by words in it. */
export const markForTests = (text: string): Marks => ({
  redFlags: text.includes('flagged') ? ['chest-pain'] : [],
  personal: text.includes('private') ? ['phone'] : [],
  abuse: text.includes('rude') ? ['profanity'] : [],
});

/** A session in memory: decide and evolve without a store. */
export function createPlay(): Play {
  const events: Event[] = [{ seq: 1, at: 1000, by: cast.organiser, fact: scheduled }];
  const texts = new Map<TextId, string>();
  const written = new Map<TextId, string>();
  const state = replay(sessionId, events);
  if (!state) throw new Error('no state');
  let ids = 0;
  let waited = 0;
  const now = () => 1000 + 10 * state.seq + waited;
  const context = (): Context => ({
    now: now(),
    newQuestionId: () => QuestionId.parse(`question-${++ids}`),
    newReplyId: () => ReplyId.parse(`reply-${++ids}`),
    newHandId: () => HandId.parse(`hand-${++ids}`),
    newText(body) {
      const id = TextId.parse(`text-${++ids}`);
      texts.set(id, body);
      written.set(id, body);
      return { id, digest: 'digest' };
    },
    newTargetId: () => TargetId.parse(`target-${++ids}`),
    newSecret(body) {
      const id = TextId.parse(`text-${++ids}`);
      texts.set(id, body);
      written.set(id, body);
      return { id, digest: 'digest' };
    },
    isText: (id, body) => texts.get(id) === body,
    textOf: (id) => texts.get(id),
    mark: markForTests,
    hasRole: (asked) => Object.values(cast).some(({ role, person: each }) => each === asked && role !== 'viewer'),
  });
  const play: Play = {
    state,
    events,
    texts,
    written,
    wait: (milliseconds) => void (waited += milliseconds),
    now,
    run(by, command) {
      const decision = decide(state, by, command, context());
      for (const fact of decision.ok ? decision.facts : []) {
        const event = { seq: state.seq + 1, at: now(), by, fact };
        for (const id of erasedBy(state, by, fact)) texts.delete(id);
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

/** What the public sees now. */
export const publicView = (play: Play) => visible(play.state, 'public', play.texts);

/** Every text that a state names: those that must be there, and no other (rule A9). */
export function textsNamedBy({ questions, staff, savedReplies, hands, guest, voices, captions, outputs }: State): TextId[] {
  const ofQuestions = [...questions.values()].flatMap(({ status, text, originalErased, name, edit, note, reply, answer }) =>
    status === 'withdrawn' ? [] : [originalErased ? null : text, name, edit?.text ?? null, note, reply, answer],
  );
  const ofHands = [...hands.values(), ...(guest ? [guest] : [])].flatMap(({ topic, name }) => [topic, name]);
  const ofCaptions = [...captions.lines.map(({ text }) => text), ...[...captions.glossary.values()].flatMap(({ from, to }) => [from, to])];
  const ofTargets = [...outputs.targets.values()].flatMap(({ label, secret }) => [label, secret]);
  const all = [
    ...ofTargets,
    ...ofQuestions,
    ...ofHands,
    ...ofCaptions,
    voices.cohost.name,
    voices.interpreter.name,
    ...[...staff.values()].map(({ name }) => name),
    ...savedReplies.values(),
  ];
  return all.filter((id) => id !== null);
}
