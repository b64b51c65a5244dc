import type { SessionCommand, SystemCommand } from '@bedside/shared/commands.ts';
import { refuse } from '@bedside/shared/errors.ts';
import type { PersonId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { accept, acceptIf, type CommandOf, type Context, type Decision, freeStage, kept, onQuestion, untilEnd } from './deciding.ts';
import type { Fact } from './events.ts';
import { type By, find } from './policy.ts';
import { restrictionOf, restrictionsOf, type State } from './state.ts';

const types = [
  'dismiss-reports',
  'restrict-asker',
  'lift-restriction',
  'set-review-policy',
  'set-slow-mode',
  'lock-queue',
  'unlock-queue',
  'close-emergency',
  'reopen-session',
] as const;
type Order = CommandOf<(typeof types)[number]>;

/** What keeps order in a session. */
export const isOrder = (command: SessionCommand | SystemCommand): command is Order => types.some((type) => type === command.type);

export function decideOrder(state: State, by: By, command: Order, context: Context): Decision {
  switch (command.type) {
    case 'dismiss-reports':
      return onQuestion(state, by, command, kept, (questionId, { reports }) =>
        reports.size === 0 ? [] : [{ type: 'reports-dismissed', questionId }],
      );
    case 'restrict-asker':
      return untilEnd(state, () => restrict(state, by, command, context));
    case 'lift-restriction': {
      const { questionId } = command;
      const found = find(state, by, questionId, [...kept, 'withdrawn']);
      if (!found.ok) return found;
      return acceptIf(restrictionsOf(state, found.question.author).length > 0, { type: 'restriction-lifted', questionId });
    }
    case 'set-review-policy': {
      const { clinician } = command;
      return acceptIf(state.clinician !== clinician, { type: 'review-policy-set', clinician });
    }
    case 'set-slow-mode': {
      const { seconds } = command;
      return untilEnd(state, () => acceptIf(state.slowSeconds !== seconds, { type: 'slow-mode-set', seconds }));
    }
    case 'lock-queue':
      return untilEnd(state, () => acceptIf(!state.queueLocked, { type: 'queue-locked' }));
    case 'unlock-queue':
      return untilEnd(state, () => {
        if (state.closed) return refuse('wrong-state', 'not possible while closed');
        return acceptIf(state.queueLocked, { type: 'queue-unlocked' });
      });
    case 'close-emergency':
      return untilEnd(state, () => accept(state.closed ? [] : closing(state)));
    case 'reopen-session':
      return acceptIf(state.closed, { type: 'session-reopened' });
  }
}

/** Rules H2 and H7. */
function restrict(state: State, by: By, command: CommandOf<'restrict-asker'>, { now, hasRole }: Context): Decision {
  const { questionId, restriction } = command;
  const found = find(state, by, questionId, [...kept, 'withdrawn']);
  if (!found.ok) return found;
  const { author } = found.question;
  if (hasRole(author)) return refuse('forbidden', 'not a viewer of this session');
  const until = restriction === 'remove' ? now + limits.removeMs : null;
  // Only lifting weakens what holds; a mute waits behind a removal.
  const isBanned = restrictionOf(state, author, now)?.kind === 'ban';
  const isMuted = restriction === 'mute' && state.people.get(author)?.muted === true;
  if (isBanned || isMuted) return accept([]);
  return accept([...silence(state, author), { type: 'asker-restricted', questionId, restriction, until }]);
}

/** Whoever is held to anything neither speaks nor asks to (rule T10). */
function silence(state: State, person: PersonId): Fact[] {
  const hands = [...state.hands].filter(([, hand]) => hand.person === person);
  return [
    ...(state.guest?.person === person ? freeStage(state) : []),
    ...hands.map(([handId]): Fact => ({ type: 'hand-lowered', handId })),
  ];
}

/** Rule H6. */
function closing(state: State): Fact[] {
  return [
    ...(state.phase === 'live' ? [{ type: 'session-paused' } as const] : []),
    ...(state.queueLocked ? [] : [{ type: 'queue-locked' } as const]),
    { type: 'session-closed' },
    // By then it is closed: nobody is told no by that.
    ...freeStage(state),
  ];
}
