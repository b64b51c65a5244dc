import type { Connection, ConnectionState } from './engine.ts';
import { type Alarm, createAlarm } from './back-off.ts';
import type { MediaLink } from './link.ts';

const times = {
  /** Milliseconds that `disconnected` may heal by itself: a lost packet or a change of radio cell often does. */
  healMs: 1000,
  /** Milliseconds that a restart of ICE may take. */
  restartMs: 5000,
} as const;

/**
 * Keeps one transport alive: on trouble a restart of ICE (RFC 8445 section 2.4) as soon as the server can be
 * asked; `dead` is told once when that did not help, and a new transport is due. `orphaned` is told once when the server
 * does not know it though it is connected: another server keeps it, not for long, and a new one is due beside it. `connectMs`:
 * milliseconds that it may take from now to connect for the first time.
 */
export type Recovery = {
  /** The socket came back, perhaps over another network or to another server: asks whether the transport still exists. */
  verify(): void;
  stop(): void;
};

export function keepAlive(
  link: MediaLink,
  direction: 'send' | 'recv',
  connection: Connection,
  on: { connected(): void; troubled(): void; orphaned(): void; dead(): void },
  connectMs: number,
): Recovery {
  const alarm: Alarm = createAlarm();
  let stopped = false;
  let restarting = false;
  let orphaned = false;

  function die(): void {
    if (stopped) return;
    stop();
    on.dead();
  }

  function stop(): void {
    stopped = true;
    alarm.clear();
  }

  function dieUnlessConnected(ms: number): void {
    alarm.set(ms, () => (connection.state() === 'connected' ? undefined : die()));
  }

  async function restart(): Promise<void> {
    if (stopped || restarting) return;
    if (orphaned) return connection.state() === 'connected' ? undefined : die();
    // Offline: `verify` comes with the socket.
    if (!link.state().connected) return;
    restarting = true;
    try {
      const answer = await link.call('media:restart-ice', { direction, channel: link.channel });
      if (stopped) return;
      if (!answer.ok) {
        const { code, retryAfterMs } = answer.error;
        if (code === 'unavailable' || code === 'rate-limited') alarm.set(retryAfterMs ?? times.restartMs, () => void restart());
        else if ((code === 'no-stream' || code === 'media-unavailable') && connection.state() === 'connected') {
          orphaned = true;
          on.orphaned();
        } else die();
        return;
      }
      dieUnlessConnected(times.restartMs);
      await connection.restartIce(answer);
      // Failing meanwhile took the deadline away, and no other restart came of it.
      if (!stopped) dieUnlessConnected(times.restartMs);
    } catch {
      die();
    } finally {
      restarting = false;
    }
  }

  function follow(state: ConnectionState): void {
    if (stopped) return;
    if (state === 'connected') {
      alarm.clear();
      on.connected();
    } else if (state === 'disconnected') {
      on.troubled();
      alarm.set(times.healMs, () => void restart());
    } else if (state === 'failed') {
      on.troubled();
      alarm.clear();
      void restart();
    } else if (state === 'closed') {
      die();
    }
  }

  connection.onState(follow);
  // It may have connected, or failed, before anyone listened; and it may never connect.
  if (connection.state() === 'connected') on.connected();
  else dieUnlessConnected(connectMs);

  return { verify: () => void restart(), stop };
}

/** Neither UDP, TCP nor a TURN server led to the media server in time. */
export class NoWay extends Error {}

/** Rejects with `NoWay` when it failed or took longer than `ms`, else when `signal` is aborted. */
export async function untilConnected(connection: Connection, ms: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = (state: ConnectionState) => {
    if (state === 'connected') resolve();
    else if (state === 'failed' || state === 'closed') reject(new NoWay(`the transport is ${state}`));
  };
  const timer = setTimeout(() => reject(new NoWay(`not connected within ${ms} ms`)), ms);
  const aborted = () => reject(new Error('no longer wanted'));
  signal.addEventListener('abort', aborted);
  connection.onState(look);
  look(connection.state());
  if (signal.aborted) aborted();
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', aborted);
  }
}
