import { CONSENT_VERSION, type SessionCommand, type SystemCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import type { HandId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { accept, acceptIf, type CommandOf, type Context, type Decision, freeStage, turnOff, untilEnd, whenPhase } from './deciding.ts';
import { type By, waitUntil } from './policy.ts';
import { restrictionOf, type State } from './state.ts';

const types = [
  'raise-hand',
  'lower-hand',
  'confirm-hand-emergency',
  'dismiss-hand',
  'invite-guest',
  'consent-to-stage',
  'admit-guest',
  'remove-guest',
  'set-voice',
  'introduce-voice',
  'free-stage',
] as const;
type OfVoices = CommandOf<(typeof types)[number]>;

/** Who is heard beside the doctor, and how viewers come on stage. */
export const isOfVoices = (command: SessionCommand | SystemCommand): command is OfVoices => types.some((type) => type === command.type);

export function decideVoices(state: State, by: By, command: OfVoices, context: Context): Decision {
  return untilEnd(state, () => {
    switch (command.type) {
      case 'raise-hand':
        return raise(state, by, command, context);
      case 'lower-hand':
        return lower(state, by);
      case 'confirm-hand-emergency':
        return confirm(state, by);
      case 'dismiss-hand': {
        const { handId } = command;
        // One that was taken down meanwhile is down.
        return acceptIf(state.hands.has(handId), { type: 'hand-lowered', handId });
      }
      case 'invite-guest':
        return whileOpen(state, () => invite(state, command));
      case 'consent-to-stage':
        return whileOpen(state, () => consent(state, by, command));
      case 'admit-guest':
        return whileOpen(state, () => admit(state, command));
      case 'remove-guest':
        return accept(state.guest?.handId === command.handId ? freeStage(state) : []);
      case 'set-voice': {
        const { voice, open } = command;
        if (state.voices[voice].open === open) return accept([]);
        return accept([...(open ? [] : turnOff(state, voice)), { type: 'voice-set', voice, open }]);
      }
      case 'introduce-voice':
        return introduce(by, command, context);
      case 'free-stage':
        return accept(isOverdue(state, context.now) ? freeStage(state) : []);
    }
  });
}

/** Rule T9. A guest who is ready waits for moderators, and not they for them. */
export function isOverdue({ guest, voices }: State, now: number): boolean {
  if (!guest || guest.stage === 'ready') return false;
  const patience = guest.stage === 'invited' ? limits.guestAnswersMs : limits.guestGoneMs;
  return (guest.stage === 'invited' || voices.guest.status !== 'on') && now - guest.since >= patience;
}

/** Nobody comes nearer to the stage while the session is closed (rule H6). */
const whileOpen = (state: State, then: () => Decision): Decision =>
  state.closed ? refuse('wrong-state', 'the session is closed') : whenPhase(state, ['open', 'live', 'paused'], then);

/** Rule T5. */
function raise(state: State, by: By, { topic, name }: CommandOf<'raise-hand'>, { now, newHandId, newText, mark }: Context): Decision {
  const { person } = by;
  if (person === null) return refuse('no-identity', 'a hand needs a person');
  if (state.phase === 'scheduled') return refuse('session-not-open', 'hands are not raised yet');
  const muted = restrictionOf(state, person, now);
  if (muted) return refuse('muted', 'moderators do not let this person speak', waitUntil(muted.until, now));
  if (handOf(state, by) !== null) return refuse('wrong-state', 'the hand is up already');
  const next = (state.people.get(person)?.toldNoAt ?? -Infinity) + limits.handRestMs;
  if (next > now) return refuse('slow-mode', 'not yet', { retryAfterMs: next - now });
  return whileOpen(state, () => {
    if (state.hands.size >= limits.handsMax) return refuse('queue-locked', 'too many hands are up');
    const text = (body: string | undefined) => (body === undefined ? null : newText(body));
    const redFlags = topic === undefined ? [] : mark(topic, null).redFlags;
    const found = redFlags.length > 0 ? { redFlags } : {};
    return accept([{ type: 'hand-raised', handId: newHandId(), topic: text(topic), name: text(name), ...found }]);
  });
}

function handOf({ hands, guest }: State, { person }: By): HandId | null {
  if (guest?.person === person) return guest.handId;
  for (const [id, hand] of hands) if (hand.person === person) return id;
  return null;
}

/** Rule F6. */
function confirm(state: State, by: By): Decision {
  const handId = handOf(state, by);
  const hand = handId !== null && (state.guest?.handId === handId ? state.guest : state.hands.get(handId));
  if (!hand) return refuse('not-found', 'no hand of theirs is up');
  if (hand.redFlags.length === 0) return refuse('wrong-state', 'nothing was marked in it');
  return acceptIf(!hand.emergencyRead, { type: 'hand-emergency-confirmed', handId });
}

function lower(state: State, by: By): Decision {
  const handId = handOf(state, by);
  if (handId === null) return accept([]);
  if (state.guest?.handId !== handId) return accept([{ type: 'hand-lowered', handId }]);
  return accept([...turnOff(state, 'guest'), { type: 'guest-left', handId }]);
}

/** Rule T6. */
function invite(state: State, { handId }: CommandOf<'invite-guest'>): Decision {
  if (state.guest?.handId === handId) return accept([]);
  if (state.guest) return refuse('wrong-state', 'somebody else is on the way to the stage');
  if (!state.hands.has(handId)) return refuse('not-found', 'no such hand is up');
  return accept([{ type: 'guest-invited', handId }]);
}

function guestAt(
  state: State,
  stage: NonNullable<State['guest']>['stage'],
  handId: HandId | undefined,
): Ack<{ handId: HandId; again: boolean }> {
  const { guest } = state;
  if (!guest || guest.handId !== handId) return refuse('not-found', 'no such guest');
  if (guest.stage === stage) return { ok: true, handId, again: false };
  const passed = stage === 'invited' || guest.stage === 'on-stage';
  return passed ? { ok: true, handId, again: true } : refuse('wrong-state', `the guest is ${guest.stage}`);
}

/** Rule T7. */
function consent(state: State, { person }: By, { version }: CommandOf<'consent-to-stage'>): Decision {
  if (version !== CONSENT_VERSION) return refuse('protocol-mismatch', 'the words have changed');
  const { guest } = state;
  const found = guestAt(state, 'invited', guest && guest.person === person ? guest.handId : undefined);
  if (!found.ok) return found;
  return accept(found.again ? [] : [{ type: 'guest-consented', handId: found.handId, version }]);
}

/** Rule T8. */
function admit(state: State, command: CommandOf<'admit-guest'>): Decision {
  const found = guestAt(state, 'ready', command.handId);
  if (!found.ok) return found;
  return accept(found.again ? [] : [{ type: 'guest-admitted', handId: found.handId }]);
}

/** Rule T4. */
function introduce({ role }: By, { name, language }: CommandOf<'introduce-voice'>, { newText }: Context): Decision {
  if (role !== 'cohost' && role !== 'interpreter') return refuse('forbidden', 'no voice of its own');
  return accept([{ type: 'voice-introduced', voice: role, name: name === undefined ? null : newText(name), language: language ?? null }]);
}
