import type { VoiceView } from '@bedside/shared/view.ts';
import { expect, it } from 'vitest';
import { hasCompany, onStage } from './on-stage.ts';

const voice = (status: VoiceView['stream']['status']): VoiceView => ({
  stream: { epoch: 1, status, tracks: { camera: 'off', microphone: 'on', screen: 'off' } },
  name: null,
  language: null,
  open: true,
});
const channels = (...args: Parameters<typeof onStage>) => onStage(...args).map(({ channel }) => channel);

it('[S8][T1] who is on stage is shown while live, also while their stream is being brought back; an interpreter stands nowhere', () => {
  const voices = { cohost: voice('on'), guest: voice('lost'), interpreter: voice('on') };
  expect(channels({ phase: 'live', voices })).toEqual(['cohost', 'guest']);
  expect(channels({ phase: 'live', voices: { ...voices, guest: voice('off') } })).toEqual(['cohost']);
  expect(channels({ phase: 'paused', voices })).toEqual([]);
  expect(channels({ phase: 'live' })).toEqual([]);
});

it('[T5] a studio has company once anybody is on stage, on the way, or has a hand up', () => {
  expect([{}, { handsUp: 0 }, { voices: { interpreter: voice('on') } }].map(hasCompany)).toEqual([false, false, false]);
  expect([{ handsUp: 1 }, { voices: { cohost: voice('off') } }].map(hasCompany)).toEqual([true, true]);
});
