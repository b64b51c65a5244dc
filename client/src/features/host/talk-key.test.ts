import { expect, it } from 'vitest';
import { createTalkKey } from './talk-key.ts';

function microphone(muted: boolean) {
  const state = { muted };
  return { state, key: createTalkKey({ isMuted: () => state.muted, toggle: () => (state.muted = !state.muted) }) };
}

it('[S20] a press switches the microphone, and it stays so', () => {
  const { state, key } = microphone(true);
  key.press(0);
  key.release(100);
  expect(state.muted).toBe(false);
  key.press(1000);
  expect(state.muted).toBe(true);
  key.release(5000);
  expect(state.muted).toBe(true);
});

it('[S20] held while muted, it is open only for as long', () => {
  const { state, key } = microphone(true);
  key.press(0);
  expect(state.muted).toBe(false);
  key.release(2000);
  expect(state.muted).toBe(true);
});

it('[S20] a window that is left while the key is down is muted again, though not if it was open before', () => {
  const { state, key } = microphone(true);
  key.press(0);
  key.leave();
  expect(state.muted).toBe(true);
  key.release(3000);
  expect(state.muted).toBe(true);
});
