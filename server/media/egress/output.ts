import type { OutputHealth } from '@bedside/shared/outputs.ts';
import type { TsChunk } from './transport-stream.ts';

/** What one run of an output writes to. */
export type Sink = {
  /** False where it does not keep up. */
  write(bytes: Buffer): boolean;
  /** Writes what it has, for some seconds at most. */
  end(): Promise<void>;
  kill(): void;
};

/** Why a run ended, in codes that have words in the studio. */
export type SinkEnd = { why: NonNullable<OutputHealth['why']>; state?: 'full' | 'failed' };

export type SinkEvents = {
  /** It has really written something: bytes to a file or a server, a segment. */
  wrote(): void;
  ended(end: SinkEnd): void;
};

const backOffMs = [1000, 2000, 5000, 10_000, 30_000];
/** Milliseconds for which a run must have written before the next back-off begins anew. */
const STEADY_MS = 30_000;
/** Milliseconds without anything written after which a run is given up. */
const HUNG_MS = 12_000;
/** A full disk is looked at again. */
const FULL_MS = 15_000;

export type Output = {
  push(chunk: TsChunk): void;
  /** What an operator's clock drives: notices what hangs. */
  tick(): void;
  health(): OutputHealth;
  close(): Promise<void>;
};

/**
 * Keeps one output going: starts it at a keyframe, and again, later each time, whatever it ended by. Nothing of it reaches beyond
 * its own process.
 */
export function createOutput({
  open,
  now,
}: {
  /** Rejects with `SinkRefusal` where it can't be. `at`: when in the stream it begins, milliseconds. */
  open: (on: SinkEvents, at: number) => Promise<Sink>;
  now: () => number;
}): Output {
  let health: OutputHealth = { state: 'starting', since: Math.round(now()), why: null };
  let sink: Sink | null = null;
  let opening = false;
  let closed = false;
  let failures = 0;
  let startAt = 0;
  let wroteAt = 0;
  let startedAt = 0;
  /** Counts runs, so that one that was given up tells nothing more. */
  let run = 0;

  function become(state: OutputHealth['state'], why: OutputHealth['why']): void {
    if (health.state === state && health.why === why) return;
    health = { state, since: Math.round(now()), why };
  }

  function stopped({ why, state }: SinkEnd): void {
    run += 1;
    sink = null;
    if (closed) return;
    if (wroteAt - startedAt > STEADY_MS) failures = 0;
    startAt = now() + (state === 'full' ? FULL_MS : (backOffMs[Math.min(failures, backOffMs.length - 1)] ?? 0));
    failures += 1;
    become(state ?? 'retrying', why);
  }

  async function start(first: Buffer, at: number): Promise<void> {
    opening = true;
    run += 1;
    const mine = run;
    const waiting: Buffer[] = [first];
    pending = waiting;
    try {
      const opened = await open(
        {
          wrote() {
            if (mine !== run) return;
            wroteAt = now();
            become('on', null);
          },
          ended(end) {
            if (mine === run) stopped(end);
          },
        },
        at,
      );
      if (closed || mine !== run) return opened.kill();
      startedAt = now();
      wroteAt = startedAt;
      sink = opened;
      for (const bytes of waiting) opened.write(bytes);
    } catch (error) {
      if (mine === run) stopped(error instanceof SinkRefusal ? error.end : { why: 'ended' });
    } finally {
      opening = false;
      pending = null;
    }
  }
  let pending: Buffer[] | null = null;

  function giveUp(why: SinkEnd['why']): void {
    const old = sink;
    stopped({ why });
    old?.kill();
  }

  return {
    push(chunk) {
      if (closed) return;
      if (sink) {
        if (!sink.write(chunk.bytes)) giveUp('slow');
      } else if (opening) pending?.push(chunk.bytes);
      else if (chunk.joins !== null && now() >= startAt) void start(chunk.bytes, chunk.joins);
    },
    tick() {
      if (sink && now() - wroteAt > HUNG_MS) giveUp('silent');
    },
    health: () => health,
    async close() {
      closed = true;
      const last = sink;
      sink = null;
      await last?.end();
    },
  };
}

/** What keeps an output from being started. */
export class SinkRefusal extends Error {
  readonly end: SinkEnd;
  constructor(end: SinkEnd) {
    super(end.why);
    this.end = end;
  }
}
