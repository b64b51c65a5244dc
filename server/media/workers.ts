import { setTimeout as sleep } from 'node:timers/promises';
import { RtpCapabilities } from '@bedside/shared/rtp.ts';
import { createWorker, type types } from 'mediasoup';
import { mediaCodecs } from './codecs.ts';
import { createHeld } from './held.ts';
import { listenInfosOf, portsPerWorker } from './listen.ts';

export type RtcOptions = {
  /**
   * Addresses at which browsers reach this machine. One that belongs to it is bound as it is; any other (a public
   * address behind NAT, a host name) is told to browsers while the socket listens on all addresses.
   */
  announcedAddresses: readonly string[];
  /** How many, 1 or more. */
  workers: number;
  /** UDP and TCP port of the first; each takes as many as `portsPerWorker` says. 0: any free ones. */
  rtcPortBase: number;
  logLevel: types.WorkerLogLevel;
  /** Told in one line of what an operator should know. */
  warn?: (message: string) => void;
};

/** A running worker and its one WebRtcServer, which all transports of its routers share. */
export type WorkerSlot = { index: number; worker: types.Worker; webRtcServer: types.WebRtcServer };

export type Workers = {
  /** Those that are up, by index. One that died leaves a gap until another took its place. */
  up(): readonly WorkerSlot[];
  /** `codecs`: of one that numbers them otherwise. */
  openRouter(slot: WorkerSlot, codecs?: types.RouterRtpCodecCapability[]): Promise<types.Router>;
  /** How many of each there are, over all routers. */
  held(): { routers: number; transports: number; producers: number; consumers: number };
  /** Those of every router, since all route the same codecs. */
  rtpCapabilities: RtpCapabilities;
  /** Resolves after the workers' processes are gone. */
  close(): Promise<void>;
};

/** Milliseconds before the n-th replacement in a row; a worker that lived longer than the last one starts anew. */
const backOffMs = [0, 500, 1000, 2000, 5000, 10_000];
const steadyMs = 60_000;

/** A port may be held for moments by a worker whose server was killed: the worker ends when it notices. */
const portRetries = { times: 10, ms: 200 };

/**
 * Starts the workers, each on the next ports.
 * @throws Error with a sentence for the operator when a port is taken, an address is unknown or the worker's binary is missing.
 */
export async function createWorkers(options: RtcOptions): Promise<Workers> {
  const stopping = new AbortController();
  const indices = Array.from({ length: options.workers }, (_, index) => index);
  const started = await Promise.allSettled(indices.map((index) => keepWorker(index, options, stopping.signal)));
  const kept = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = started.find((result) => result.status === 'rejected');
  const closeAll = async () => {
    stopping.abort();
    await Promise.all(kept.map(({ close }) => close()));
  };
  const up = () => kept.flatMap(({ slot }) => slot() ?? []);
  const [first] = up();
  if (failed || !first) {
    await closeAll();
    throw failed?.reason ?? new Error('The media workers ended as soon as they had started.');
  }
  // Every router routes the same codecs: what the first one says holds for all, also while no worker is up.
  const held = createHeld();
  const probe = await first.worker.createRouter({ mediaCodecs });
  const rtpCapabilities = toldToPages(probe.rtpCapabilities);
  probe.close();
  return {
    up,
    async openRouter({ worker }, codecs = mediaCodecs) {
      const router = await worker.createRouter({ mediaCodecs: codecs });
      held.watch(router);
      return router;
    },
    held: held.counts,
    rtpCapabilities,
    close: closeAll,
  };
}

/** One worker, and another in its place whenever it dies. */
async function keepWorker(index: number, options: RtcOptions, stopping: AbortSignal) {
  const warn = options.warn ?? (() => {});
  let slot: WorkerSlot | null = null;
  let deaths = 0;

  async function open(): Promise<WorkerSlot> {
    const opened = await openSlot(index, options);
    const since = performance.now();
    opened.worker.on('died', (error) => {
      slot = null;
      if (stopping.aborted) return;
      warn(`Media worker ${index} died (${error.message}); starting another.`);
      deaths = performance.now() - since > steadyMs ? 0 : deaths;
      void replace();
    });
    return opened;
  }

  async function replace(): Promise<void> {
    while (!stopping.aborted) {
      const delay = backOffMs[Math.min(deaths, backOffMs.length - 1)] ?? 0;
      deaths += 1;
      try {
        if (delay > 0) await sleep(delay, undefined, { signal: stopping, ref: false });
        const opened = await open();
        if (stopping.aborted) return await closeSlot(opened);
        slot = opened.worker.died ? null : opened;
        return;
      } catch (error) {
        if (stopping.aborted) return;
        warn(`Another media worker ${index} could not be started: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  slot = await open();
  return {
    slot: () => (slot && !slot.worker.closed ? slot : null),
    async close() {
      if (slot) await closeSlot(slot);
      slot = null;
    },
  };
}

/** Without the one extension that mediasoup routes and mediasoup-client does not know. */
function toldToPages({ codecs, headerExtensions = [] }: types.RtpCapabilities): RtpCapabilities {
  const known = headerExtensions.filter(({ uri }) => uri !== 'urn:ietf:params:rtp-hdrext:toffset');
  return RtpCapabilities.parse({ codecs, headerExtensions: known });
}

async function openSlot(index: number, options: RtcOptions): Promise<WorkerSlot> {
  let worker: types.Worker;
  try {
    worker = await withoutSignals(() => createWorker({ logLevel: options.logLevel }));
  } catch (error) {
    throw new Error('The media worker did not start: run the set-up again, or set MEDIASOUP_WORKER_BIN to its binary.', { cause: error });
  }
  const listenInfos = listenInfosOf(options, index);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { index, worker, webRtcServer: await worker.createWebRtcServer({ listenInfos }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes('address already in use') && attempt < portRetries.times) {
        await sleep(portRetries.ms);
        continue;
      }
      worker.close();
      throw new Error(sentence(message, options, index), { cause: error });
    }
  }
}

/**
 * mediasoup closes a worker at once on SIGINT and SIGTERM, on which a node that drains is to go on. Its listeners are
 * added before `create` first gives up its turn.
 */
function withoutSignals<T>(create: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const created = create();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) if (!before.get(signal)?.includes(listener)) process.off(signal, listener);
  }
  return created;
}

async function closeSlot({ worker }: WorkerSlot): Promise<void> {
  const gone = worker.subprocessClosed ? Promise.resolve() : new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
  worker.close();
  await gone;
}

function sentence(message: string, { rtcPortBase, announcedAddresses, workers }: RtcOptions, index: number): string {
  const where = announcedAddresses.join(', ');
  if (message.includes('address already in use')) {
    const port = rtcPortBase + index * portsPerWorker(announcedAddresses);
    const many = workers > 1 ? ` ${workers} workers take ports from ${rtcPortBase} on.` : '';
    return `Port ${port} (UDP and TCP, for video) is taken on ${where}: stop what uses it or set RTC_PORT_BASE to another one.${many}`;
  }
  return `Video can't be served on ${where}: check ANNOUNCED_ADDRESS and RTC_PORT_BASE (${message}).`;
}
