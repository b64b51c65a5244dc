import type { CommandType } from '@bedside/shared/commands.ts';
import { CONSENT_VERSION } from '@bedside/shared/commands.ts';
import { HandId, QuestionId, ReplyId, TargetId } from '@bedside/shared/ids.ts';
import { can } from '@bedside/shared/roles.ts';
import type { QuestionStatus } from '@bedside/shared/view.ts';
import fc from 'fast-check';
import type { Decision } from '../session/decide.ts';
import type { By } from '../session/policy.ts';
import { type Question, type State, streamOn } from '../session/state.ts';
import { type AnyCommand, aNode, cast, createPlay, type Play } from './play.ts';

/** One step of a made-up history: what is tried by whom, on the `which`th of the questions there are. */
export type Step = { type: Exclude<CommandType, 'schedule-session'>; who: keyof typeof cast; honest: boolean; which: number; on: boolean };

const weights: Record<Step['type'], number> = {
  'open-session': 1,
  'go-live': 2,
  'pause-session': 1,
  'end-session': 1,
  'submit-question': 70,
  'withdraw-question': 8,
  'cast-vote': 60,
  'approve-question': 50,
  'decline-question': 14,
  'undo-review': 14,
  'start-answer': 12,
  'finish-answer': 9,
  'skip-question': 8,
  'requeue-question': 8,
  'pin-question': 8,
  'unpin-question': 2,
  'set-track': 2,
  'set-layout': 2,
  'start-rehearsal': 1,
  'stop-rehearsal': 1,
  'review-questions': 8,
  'send-to-clinician': 12,
  'edit-question': 22,
  'erase-original': 10,
  'object-to-edit': 10,
  'claim-question': 12,
  'release-question': 8,
  'reply-to-asker': 8,
  'publish-answer': 8,
  'save-reply': 3,
  'delete-reply': 4,
  'introduce-self': 2,
  'merge-question': 30,
  'unmerge-question': 18,
  'report-question': 10,
  'dismiss-reports': 6,
  'confirm-emergency': 8,
  'restrict-asker': 4,
  'lift-restriction': 8,
  'set-review-policy': 3,
  'set-slow-mode': 1,
  'lock-queue': 1,
  'unlock-queue': 8,
  'close-emergency': 2,
  'reopen-session': 8,
  'set-ingest': 1,
  'set-output': 2,
  'add-target': 3,
  'set-target': 1,
  'remove-target': 1,
  'cut-outputs': 1,
  'delay-outputs': 1,
  'add-caption': 40,
  'correct-caption': 12,
  'remove-caption': 6,
  'set-caption-source': 2,
  'decline-captions': 2,
  'set-term': 6,
  'remove-term': 3,
  'make-caption-link': 2,
  'revoke-caption-link': 1,
  'ingest-caption': 12,
  'raise-hand': 16,
  'lower-hand': 4,
  'confirm-hand-emergency': 6,
  'dismiss-hand': 3,
  'invite-guest': 9,
  'consent-to-stage': 9,
  'admit-guest': 9,
  'remove-guest': 4,
  'set-voice': 3,
  'introduce-voice': 3,
  'free-stage': 2,
  'start-stream': 4,
  'lose-stream': 2,
  'stop-stream': 2,
};

export const commandTypes = Object.keys(weights).filter((type): type is Step['type'] => type in weights);
const actors = Object.keys(cast).filter((name): name is keyof typeof cast => name in cast);

/** Most steps are tried by somebody who may; one in five by anybody. */
const anyStep: fc.Arbitrary<Step> = fc.record({
  type: fc.oneof(...commandTypes.map((type) => ({ arbitrary: fc.constant(type), weight: weights[type] }))),
  who: fc.constantFrom(...actors),
  honest: fc.oneof({ arbitrary: fc.constant(true), weight: 4 }, { arbitrary: fc.constant(false), weight: 1 }),
  which: fc.nat(11),
  on: fc.boolean(),
});

/** Long enough for questions to go all their ways. */
export const anyHistory: fc.Arbitrary<Step[]> = fc.array(anyStep, { minLength: 20, maxLength: 120, size: 'max' });

const waiting: readonly QuestionStatus[] = ['pending', 'in-review'];
const publicly: readonly QuestionStatus[] = ['approved', 'answering', 'answered', 'skipped'];

type Fits = (question: Question, state: State) => boolean;
const isIn =
  (...statuses: readonly QuestionStatus[]): Fits =>
  ({ status }) =>
    statuses.includes(status);

/** Anybody's tries are made on any question; honest ones on those on which they may succeed. */
const fitting: Partial<Record<Step['type'], Fits>> = {
  'withdraw-question': isIn(...waiting, 'approved', 'declined', 'skipped', 'merged'),
  'cast-vote': isIn('approved', 'skipped', 'answering'),
  'approve-question': isIn(...waiting),
  'decline-question': isIn(...waiting),
  'undo-review': isIn('approved', 'skipped', 'declined', 'in-review'),
  'start-answer': isIn('approved', 'skipped'),
  'finish-answer': isIn('answering'),
  'skip-question': isIn('approved', 'answering'),
  'requeue-question': isIn('answering', 'answered', 'skipped'),
  'pin-question': isIn(...publicly),
  'unpin-question': ({ id }, { pinnedId }) => id === pinnedId,
  'send-to-clinician': isIn('pending'),
  'edit-question': isIn(...waiting, ...publicly),
  'erase-original': ({ edit }) => edit !== null,
  'object-to-edit': ({ edit, status }) => edit !== null && [...waiting, ...publicly].includes(status),
  'claim-question': isIn(...waiting),
  'release-question': ({ claim }) => claim !== null,
  'publish-answer': isIn(...publicly),
  'merge-question': isIn(...waiting, 'approved', 'skipped'),
  'unmerge-question': isIn('merged'),
  'report-question': isIn(...publicly),
  'dismiss-reports': ({ reports }) => reports.size > 0,
  'confirm-emergency': ({ marks }) => marks.redFlags.length > 0,
  'lift-restriction': ({ author }, { held }) => held.has(author),
};

/** What only the asker of a question does with it. */
const askers: readonly Step['type'][] = ['withdraw-question', 'object-to-edit', 'confirm-emergency'];

type Kind = 'topic' | 'guest' | 'voice' | 'text' | 'name' | 'note' | 'edit' | 'reply' | 'answer' | 'saved' | 'staff' | 'caption' | 'term';
/** The marker that every text of a history carries: private ones are searched for in views. */
export const marker = (kind: Kind, number: number) => `<${kind} ${number}>`;

/** In every third question something is found. */
const words = ['', 'flagged', '', 'private', '', 'rude flagged', '', '', 'private rude'];

/** One of the last captions, or one that there never was. */
const aLine = ({ captions: { lines } }: State, which: number) => lines.at(-1 - (which % 5))?.id ?? 0;

/** Every other time somebody says what they have seen, and that is a few events old (rule M17). */
const seenBy = ({ which }: Step, { seq }: State) => (which % 2 === 0 ? {} : { seen: Math.max(0, seq - which) });

/** The command of a step in a session's state. `number` makes its texts unique. */
export function commandOf(
  step: Step,
  { state, texts }: { state: State; texts: Play['texts'] },
  number: number,
): { by: By; command: AnyCommand } {
  const { type, on, which } = step;
  const seen = seenBy(step, state);
  const all = [...state.questions.values()];
  const fit = all.filter((each) => step.honest && fitting[type]?.(each, state));
  const candidates = fit.length > 0 ? fit : all;
  const question = candidates[which % Math.max(1, candidates.length)];
  const questionId = question?.id ?? QuestionId.parse('unknown');
  const allowed = Object.values(cast).filter(({ role }) => can(role, type));
  const asker = Object.values(cast).find(({ person }) => person !== null && person === question?.author);
  const holder = Object.values(cast).find(({ person }) => person !== null && person === question?.claim?.by);
  const right =
    (askers.includes(type) && asker) || (type === 'release-question' && holder) || (allowed[(which + number) % allowed.length] ?? cast.ann);
  const by = step.honest ? right : cast[step.who];
  const { guest } = state;
  const handId = guest?.handId ?? [...state.hands.keys()][0] ?? HandId.parse('none');
  const channel = (['main', 'cohost', 'guest', 'interpreter'] as const)[which % 4] ?? 'main';
  switch (type) {
    case 'submit-question': {
      const text = `${marker('text', number)} ${words[which % words.length]}`.trim();
      return { by, command: { type, text, ...(on ? { name: marker('name', number) } : {}) } };
    }
    case 'decline-question':
      return { by, command: { type, questionId, ...seen, reason: 'off-topic', ...(on ? { note: marker('note', number) } : {}) } };
    case 'cast-vote':
      return { by, command: { type, questionId, on: on || which % 2 === 0 } };
    case 'review-questions': {
      const questionIds = all.slice(which % 4, (which % 4) + 4).map(({ id }) => id);
      const kind = (['approve', 'send-to-clinician', 'undo'] as const)[which % 3] ?? 'approve';
      return { by, command: { type, ...seen, questionIds, decision: on ? { kind: 'decline', reason: 'unclear' } : { kind } } };
    }
    case 'edit-question': {
      const original = question && which % 4 === 0 ? texts.get(question.text) : undefined;
      return { by, command: { type, ...seen, questionId, text: original ?? marker('edit', number), showName: on } };
    }
    case 'reply-to-asker':
      return { by, command: { type, ...seen, questionId, text: marker('reply', number) } };
    case 'publish-answer':
      return { by, command: { type, ...seen, questionId, text: marker('answer', number) } };
    case 'save-reply':
      return { by, command: { type, text: marker('saved', number) } };
    case 'delete-reply':
      return { by, command: { type, replyId: [...state.savedReplies.keys()][0] ?? ReplyId.parse('none') } };
    case 'introduce-self':
      return { by, command: { type, name: marker('staff', number) } };
    case 'merge-question': {
      const targets = all.filter(({ status }) => waiting.includes(status) || publicly.includes(status));
      return { by, command: { type, ...seen, questionId, into: targets[number % Math.max(1, targets.length)]?.id ?? questionId } };
    }
    case 'report-question':
      return { by, command: { type, questionId, reason: on ? 'misleading' : 'other' } };
    case 'restrict-asker':
      return { by, command: { type, questionId, restriction: (['mute', 'remove', 'ban'] as const)[which % 3] ?? 'mute' } };
    case 'set-review-policy':
      return { by, command: { type, clinician: (['never', 'flagged', 'all'] as const)[which % 3] ?? 'never' } };
    case 'set-slow-mode':
      return { by, command: { type, seconds: on ? 0 : 1 } };
    case 'set-track':
      return { by, command: { type, source: (['camera', 'microphone', 'screen'] as const)[which % 3] ?? 'camera', muted: on } };
    case 'set-layout':
      return { by, command: { type, layout: (['camera', 'screen', 'picture-in-picture'] as const)[which % 3] ?? 'camera' } };
    case 'start-stream':
      return {
        by,
        command: {
          type,
          tracks: on ? ['camera', 'microphone', 'screen'] : ['microphone'],
          node: aNode,
          channel,
          ...(guest ? { person: guest.person } : {}),
        },
      };
    case 'set-output':
      return { by, command: { type, kind: which % 2 === 0 ? 'recording' : 'hls', on } };
    case 'set-ingest':
      return { by, command: { type, hash: on ? 'h'.repeat(43) : null } };
    case 'add-target':
      return { by, command: { type, url: 'rtmps://live.example.org/app', key: `stream-secret-${number}` } };
    case 'set-target':
      return { by, command: { type, targetId: aTarget(state), on } };
    case 'remove-target':
      return { by, command: { type, targetId: aTarget(state) } };
    case 'cut-outputs':
      return { by, command: { type, on } };
    case 'delay-outputs':
      return { by, command: { type, seconds: which % 60 } };
    case 'lose-stream':
    case 'stop-stream':
      return { by, command: { type, epoch: on ? streamOn(state, channel).epoch : which, channel } };
    case 'raise-hand': {
      const said = {
        ...(on ? { topic: `${marker('topic', number)}${which % 2 === 0 ? ' flagged' : ''}` } : {}),
        ...(which % 3 > 0 ? { name: marker('guest', number) } : {}),
      };
      return { by, command: { type, ...said } };
    }
    case 'consent-to-stage': {
      const invited = Object.values(cast).find(({ person }) => person !== null && person === guest?.person);
      return { by: step.honest ? (invited ?? by) : by, command: { type, version: on || step.honest ? CONSENT_VERSION : 0 } };
    }
    case 'dismiss-hand':
    case 'invite-guest': {
      const up = [...state.hands.keys()];
      return { by, command: { type, handId: up[which % Math.max(1, up.length)] ?? handId } };
    }
    case 'admit-guest':
    case 'remove-guest':
      return { by, command: { type, handId } };
    case 'set-voice':
      return { by, command: { type, voice: which % 2 === 0 ? 'cohost' : 'interpreter', open: on } };
    case 'introduce-voice':
      return { by, command: { type, ...(on ? { name: marker('voice', number) } : {}), ...(which % 2 === 0 ? { language: 'es' } : {}) } };
    case 'add-caption':
      return {
        by,
        command: {
          type,
          text: `${marker('caption', number)}${on ? ' abbr' : ''}`,
          at: Math.max(0, 1000 + 10 * state.seq - which * 10_000),
        },
      };
    case 'correct-caption': {
      const text = marker('caption', number);
      return { by, command: { type, caption: aLine(state, which), text, ...seen } };
    }
    case 'remove-caption':
      return { by, command: { type, caption: aLine(state, which) } };
    case 'set-caption-source':
      return { by, command: { type, source: (['captioner', 'browser', 'service'] as const)[which % 3] ?? 'service' } };
    case 'decline-captions':
      return { by, command: { type, reason: on ? 'technical' : 'other' } };
    case 'set-term':
      return { by, command: { type, from: on ? 'abbr' : `term ${which}`, to: marker('term', number) } };
    case 'remove-term':
      return { by, command: { type, term: [...state.captions.glossary.keys()][which % 3] ?? 0 } };
    case 'make-caption-link':
      return { by, command: { type, hash: `hash-${which}` } };
    case 'ingest-caption': {
      const { link } = state.captions;
      const next = (link?.number ?? 0) + (which % 3) - (on ? 0 : 1);
      const hash = step.honest && link ? link.hash : `hash-${which}`;
      return { by, command: { type, hash, number: Math.max(0, next), text: marker('caption', number), at: on ? null : 5 } };
    }
    case 'approve-question':
    case 'undo-review':
    case 'send-to-clinician':
    case 'unmerge-question':
      return { by, command: { type, questionId, ...seen } };
    case 'open-session':
    case 'go-live':
    case 'start-rehearsal':
    case 'stop-rehearsal':
    case 'pause-session':
    case 'end-session':
    case 'lock-queue':
    case 'unlock-queue':
    case 'close-emergency':
    case 'reopen-session':
    case 'lower-hand':
    case 'confirm-hand-emergency':
    case 'free-stage':
    case 'revoke-caption-link':
      return { by, command: { type } };
    default:
      return { by, command: { type, questionId } };
  }
}

const aTarget = ({ outputs }: State) => [...outputs.targets.keys()][0] ?? TargetId.parse('none');

/** Tries steps one after the other in a session that is live. */
export function playSteps(
  steps: readonly Step[],
  after: (play: Play, decision: Decision, by: By, command: AnyCommand) => void = () => {},
): Play {
  const play = createPlay();
  play.must(cast.host, { type: 'go-live' });
  steps.forEach((step, number) => {
    const { by, command } = commandOf(step, play, number);
    after(play, play.run(by, command), by, command);
  });
  return play;
}
