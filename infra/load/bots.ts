import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import type { DtlsParameters } from '@bedside/shared/rtp.ts';
import * as z from 'zod';

const Connected = z.object({ event: z.literal('connected'), id: z.int(), cipher: z.string() });
const Ended = z.object({ event: z.literal('ended'), id: z.int(), why: z.string() });
const Opened = z.object({ event: z.literal('opened'), id: z.int(), port: z.int() });
const Loaded = z.object({ event: z.literal('loaded'), packets: z.int(), us: z.int() });
const Ready = z.object({ event: z.literal('ready'), fingerprint: z.string() });
const Stats = z.object({
  event: z.literal('stats'),
  /** Peers that are connected, and peers to which nothing came since the reset. */
  connected: z.int(),
  silent: z.int(),
  /** RTP streams: two for each viewer. */
  streams: z.int(),
  /** RTP packets that came since the reset, and how many their sequence numbers say there were. */
  packets: z.int(),
  expected: z.int(),
  bytes: z.int(),
  /** What the kernel threw away because the bots did not read it in time: then the figure is about the bots. */
  dropped: z.int(),
  /** Datagrams that are no STUN, DTLS, RTP or RTCP, ever. */
  malformed: z.int(),
  /** RTP packets that senders sent, and which the kernel refused, ever. */
  sent: z.int(),
  refused: z.int(),
});
export type Stats = z.infer<typeof Stats>;
const Line = z.discriminatedUnion('event', [Connected, Ended, Opened, Loaded, Ready, Stats]);

/** The far side of a connection (RFC 8445): whom to check, and who nominates. */
export type Remote = {
  address: string;
  port: number;
  controlling: boolean;
  local: { usernameFragment: string; password: string };
  remote: { usernameFragment: string; password: string };
};

/** Ids from first to last. */
export type Range = readonly [first: number, last: number];

/** One process of bots, see bots/bots.c. Peers have ids of the caller's choice. */
export type Bots = {
  readonly pid: number;
  /** What the bots' side of every DTLS handshake announces; they are its client. */
  readonly dtlsParameters: DtlsParameters;
  /** Peers that ended though nobody closed them, and why. */
  readonly ended: ReadonlyMap<number, string>;
  /** Resolves with the port of the peer's new socket at this address of ours. */
  open(id: number, address: string): Promise<number>;
  /** Resolves with the SRTP cipher that was agreed upon. */
  connect(id: number, remote: Remote): Promise<string>;
  close(id: number): void;
  /** Loads what `play` plays. */
  load(train: string): Promise<void>;
  /** Makes a peer a sender of unencrypted RTP. */
  plain(id: number, address: string, ports: { video: number; audio: number }): void;
  play(id: number): void;
  stop(id: number): void;
  /** From here the counters of these peers count anew. */
  reset(ids: Range): void;
  stats(ids: Range): Promise<Stats>;
  end(): Promise<void>;
};

/** Exported for its test. */
export const parseLine = (line: string) => Line.parse(JSON.parse(line));

/** Rejects where the program ends or says what it should not. `program` is what `buildBots` made. */
export async function startBots(program: string): Promise<Bots> {
  const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = new EventEmitter().setMaxListeners(0);
  const ended = new Map<number, string>();
  let gone: Error | null = null;

  function fail(error: Error): void {
    gone ??= error;
    lines.emit('gone', gone);
  }
  child.on('error', fail);
  child.on('exit', (code) => fail(new Error(`the bots ended with ${code}`)));
  child.stdin.on('error', fail);
  createInterface(child.stdout).on('line', (line) => {
    try {
      const parsed = parseLine(line);
      if (parsed.event === 'ended') ended.set(parsed.id, parsed.why);
      lines.emit('line', parsed);
    } catch (error) {
      fail(new Error(`the bots said: ${line}`, { cause: error }));
    }
  });

  /** The first line that `pick` makes something of. */
  async function answer<T>(pick: (line: z.infer<typeof Line>) => T | undefined): Promise<T> {
    if (gone) throw gone;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const look = (line: z.infer<typeof Line>) => {
      const picked = pick(line);
      if (picked !== undefined) resolve(picked);
    };
    lines.on('line', look).on('gone', reject);
    return promise.finally(() => lines.off('line', look).off('gone', reject));
  }
  const tell = (...words: (string | number)[]) => child.stdin.write(`${words.join(' ')}\n`);

  const fingerprint = await answer((line) => (line.event === 'ready' ? line.fingerprint : undefined));
  return {
    pid: child.pid ?? 0,
    dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: fingerprint }] },
    ended,
    open(id, address) {
      const opened = answer((line) => (line.event === 'opened' && line.id === id ? line.port : undefined));
      tell('open', id, address);
      return opened;
    },
    async connect(id, { address, port, controlling, local, remote }) {
      const outcome = answer((line) => ((line.event === 'connected' || line.event === 'ended') && line.id === id ? line : undefined));
      const credentials = [local.usernameFragment, local.password, remote.usernameFragment, remote.password];
      tell('connect', id, address, port, controlling ? 1 : 0, ...credentials);
      const line = await outcome;
      if (line.event === 'ended') throw new Error(`bot ${id}: ${line.why}`);
      return line.cipher;
    },
    close(id) {
      tell('close', id);
      ended.delete(id);
    },
    async load(train) {
      const loaded = answer((line) => (line.event === 'loaded' ? line : undefined));
      tell('train', train);
      await loaded;
    },
    plain: (id, address, { video, audio }) => void tell('plain', id, address, video, audio),
    play: (id) => void tell('play', id),
    stop: (id) => void tell('stop', id),
    reset: ([first, last]) => void tell('reset', first, last),
    stats([first, last]) {
      const stats = answer((line) => (line.event === 'stats' ? line : undefined));
      tell('stats', first, last);
      return stats;
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.stdin.end();
      await exited;
    },
  };
}
