import { expect, test } from 'vitest';
import type { Phase, StreamView } from '@bedside/shared/view.ts';
import { stageState } from './stage-state.ts';

const session = (phase: Phase, status: StreamView['status'] = 'on') => ({
  phase,
  closed: false,
  stream: { epoch: 1, status, tracks: { camera: 'on' as const, microphone: 'on' as const, screen: 'off' as const } },
});

test('[S8] paused and ended show no picture, whatever the player says', () => {
  expect(stageState(session('paused'), 'playing')).toBe('paused');
  expect(stageState(session('ended'), 'playing')).toBe('ended');
});

test('[S6] a lost stream is said, though the player still has a picture', () => {
  expect(stageState(session('live', 'lost'), 'playing')).toBe('lost');
});

test.each(['scheduled', 'open', 'live', 'paused'] as const)(
  '[H6] closed while %s, it is said to be, and nothing of what comes next',
  (phase) => {
    expect(stageState({ ...session(phase), closed: true }, 'playing')).toBe('closed');
  },
);

test('[H6] closed after its end, it has ended', () => {
  expect(stageState({ ...session('ended'), closed: true }, 'idle')).toBe('ended');
});

test.each([
  [session('scheduled', 'off'), 'idle', 'not-started'],
  [session('open', 'off'), 'idle', 'not-started'],
  [session('live', 'off'), 'idle', 'no-stream'],
  [session('live'), 'idle', 'starting'],
  [session('live'), 'connecting', 'starting'],
  [session('live'), 'playing', 'playing'],
  [session('live'), 'reconnecting', 'reconnecting'],
  [session('live'), 'unreachable', 'unreachable'],
  [session('live', 'lost'), 'unreachable', 'lost'],
  [session('live', 'off'), 'failed', 'failed'],
] as const)('%o with a player that is %s: %s', (view, watcher, state) => {
  expect(stageState(view, watcher)).toBe(state);
});
