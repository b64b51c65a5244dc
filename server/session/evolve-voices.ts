import type { Channel } from '@bedside/shared/commands.ts';
import type { HandId, PersonId } from '@bedside/shared/ids.ts';
import { isStaff } from '@bedside/shared/roles.ts';
import type { By, Fact, FactOf } from './events.ts';
import { changeBackstage, changeForStaff, changeVoice, doer, personIn, voiceOf } from './folding.ts';
import type { OwnedHand, OwnedState, OwnedStream, OwnedVoice } from './state.ts';

const types = [
  'voice-set',
  'voice-introduced',
  'hand-raised',
  'hand-emergency-confirmed',
  'hand-lowered',
  'guest-invited',
  'guest-consented',
  'guest-admitted',
  'guest-left',
  'guest-removed',
] as const;
type OfVoices = FactOf<(typeof types)[number]>;

/** Who is heard beside the doctor, and how viewers come on stage. */
export const isOfVoices = (fact: Fact): fact is OfVoices => types.some((type) => type === fact.type);

export const noVoice = (): OwnedVoice => ({
  epoch: 0,
  status: 'off',
  onStage: [],
  node: null,
  external: false,
  muted: { camera: false, microphone: false, screen: false },
  open: true,
  name: null,
  language: null,
});

/** Of the doctor's own stream where the fact names no channel. */
export function changeStream(
  state: OwnedState,
  at: number,
  { channel = 'main' }: { channel?: Channel | undefined },
  to: Partial<OwnedStream>,
): void {
  if (channel === 'main') return changeBackstage(state, { stream: { ...state.stream, ...to } });
  changeBackstage(state, voiceOf(state, channel, to));
  if (channel === 'guest' && state.guest) changeBackstage(state, { guest: { ...state.guest, since: at } });
}

export function mute(state: OwnedState, { channel = 'main', source, muted }: FactOf<'track-set'>): void {
  if (channel === 'main') return changeBackstage(state, { muted: { ...state.muted, [source]: muted } });
  changeBackstage(state, voiceOf(state, channel, { muted: { ...state.voices[channel].muted, [source]: muted } }));
}

export function foldVoices(state: OwnedState, at: number, by: By, fact: OfVoices): void {
  switch (fact.type) {
    case 'voice-set':
      return changeVoice(state, fact.voice, { open: fact.open });
    case 'voice-introduced':
      return changeVoice(state, fact.voice, { name: fact.name?.id ?? null, language: fact.language });
    case 'hand-raised': {
      const person = doer(state, by);
      const { topic, name, redFlags = [] } = fact;
      const said = { topic: topic?.id ?? null, name: name?.id ?? null };
      state.hands.set(fact.handId, { person, ...said, raisedAt: at, redFlags, emergencyRead: false });
      return changeHands(state, person);
    }
    case 'hand-emergency-confirmed': {
      const { handId } = fact;
      const hand = state.hands.get(handId);
      if (hand) state.hands.set(handId, { ...hand, emergencyRead: true });
      else state.guest = { ...guestIn(state), emergencyRead: true };
      changeForStaff(state);
      personIn(state, doer(state, by)).restTouched = state.seq;
      return;
    }
    case 'hand-lowered': {
      const { person } = takeHand(state, fact.handId);
      if (isStaff(by.role)) personIn(state, person).toldNoAt = at;
      return changeHands(state, person);
    }
    case 'guest-invited': {
      const hand = takeHand(state, fact.handId);
      state.guest = { ...hand, handId: fact.handId, stage: 'invited', since: at };
      return changeHands(state, hand.person);
    }
    case 'guest-consented':
      state.guest = { ...guestIn(state), stage: 'ready', since: at };
      return changeHands(state, state.guest.person);
    case 'guest-admitted':
      state.guest = { ...guestIn(state), stage: 'on-stage', since: at };
      changeHands(state, state.guest.person);
      // Heard first, and seen only once they choose to be (rule T8).
      return changeVoice(state, 'guest', { name: state.guest.name, muted: { ...noVoice().muted, camera: true } });
    case 'guest-left':
    case 'guest-removed': {
      const { person } = guestIn(state);
      // Whom an emergency takes off has done nothing for it (rule H6).
      if (fact.type === 'guest-removed' && by.person !== null && !state.closed) personIn(state, person).toldNoAt = at;
      state.guest = null;
      changeHands(state, person);
      return changeVoice(state, 'guest', { name: null });
    }
  }
}

function takeHand(state: OwnedState, id: HandId): OwnedHand {
  const hand = state.hands.get(id);
  if (!hand) throw new Error(`event ${state.seq} names a hand that is not up`);
  state.hands.delete(id);
  return hand;
}

function guestIn({ guest, seq }: OwnedState): NonNullable<OwnedState['guest']> {
  if (!guest) throw new Error(`event ${seq} is about a guest, and there is none`);
  return guest;
}

/** Hands are shown to staff, by number to the presenter, and to whom they belong. */
function changeHands(state: OwnedState, person: PersonId): void {
  changeForStaff(state);
  state.changed.presenter = state.seq;
  personIn(state, person).restTouched = state.seq;
}
