import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Connection } from './engine.ts';
import { keepAlive } from './recovery.ts';
import { fakeConnection, fakeLink, refusal } from './test-doubles.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function connected(restartIce?: (become: (state: 'failed' | 'disconnected') => void) => void) {
  const net = fakeLink();
  const { connection, become } = fakeConnection('connected');
  const told: string[] = [];
  const recovery = keepAlive(
    net.link,
    'send',
    { ...connection, restartIce: async () => restartIce?.(become) },
    {
      connected: () => told.push('connected'),
      troubled: () => told.push('troubled'),
      orphaned: () => told.push('orphaned'),
      dead: () => told.push('dead'),
    },
    10_000,
  );
  return { ...net, become, recovery, told: () => told.splice(0) };
}

describe('keepAlive', () => {
  it.each(['failed', 'disconnected'] as const)('tells of the death of a transport that is %s again during its restart', async (state) => {
    const { become, told } = connected((again) => again(state));
    become('failed');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told()).toEqual(['connected', 'troubled', 'troubled', 'dead']);
  });

  it('lets a restarted transport live', async () => {
    const { become, told } = connected();
    become('failed');
    await vi.advanceTimersByTimeAsync(1000);
    become('connected');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(told()).toEqual(['connected', 'troubled', 'connected']);
  });

  it('[N2] restarts with the TURN credentials that it is given for it', async () => {
    const net = fakeLink();
    const { connection, become } = fakeConnection('connected');
    const restartIce = vi.fn<Connection['restartIce']>(async () => {});
    const on = { connected: () => {}, troubled: () => {}, orphaned: () => {}, dead: () => {} };
    keepAlive(net.link, 'recv', { ...connection, restartIce }, on, 10_000);
    const iceServers = [{ urls: ['turn:turn.example.org'], username: '1900000000:z', credential: 'w' }];
    net.answers['media:restart-ice'] = () => ({ ok: true, iceParameters: { usernameFragment: 'u', password: 'p' }, iceServers });
    become('failed');
    await vi.advanceTimersByTimeAsync(0);
    expect(restartIce).toHaveBeenCalledWith(expect.objectContaining({ iceServers }));
  });

  it('asks again where the server was too busy, and gives up what it does not know', async () => {
    const { become, told, answers, asked } = connected();
    answers['media:restart-ice'] = refusal('rate-limited');
    become('failed');
    await vi.advanceTimersByTimeAsync(6000);
    expect(asked()).toEqual(['media:restart-ice', 'media:restart-ice']);
    answers['media:restart-ice'] = refusal('no-stream');
    await vi.advanceTimersByTimeAsync(6000);
    expect(told()).toEqual(['connected', 'troubled', 'dead']);
  });
});
