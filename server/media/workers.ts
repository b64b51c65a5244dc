import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { RtpCapabilities } from '@bedside/shared/rtp.ts';
import { createWorker, type types } from 'mediasoup';
import { mediaCodecs } from './codecs.ts';

export type RtcOptions = {
  /**
   * Addresses at which browsers reach this machine. One that belongs to it is bound as it is; any other (a public
   * address behind NAT, a host name) is told to browsers while the socket listens on all addresses.
   */
  announcedAddresses: readonly string[];
  /** UDP and TCP port. Sockets that listen on all addresses beside others take the ports after it. 0: any free ones. */
  rtcPortBase: number;
  logLevel: types.WorkerLogLevel;
  /** Told in one line of what an operator should know. */
  warn?: (message: string) => void;
};

/** A running worker and its one WebRtcServer, which all transports of its routers share. */
export type WorkerSlot = { worker: types.Worker; webRtcServer: types.WebRtcServer };

export type Workers = {
  /** For one more router; null while no worker is up. */
  pick(): WorkerSlot | null;
  /** Those of every router, since all route the same codecs. */
  rtpCapabilities: RtpCapabilities;
  count(): number;
  /** Resolves after the worker's process is gone. */
  close(): Promise<void>;
};

/** Milliseconds before the n-th replacement in a row; a worker that lived longer than the last one starts anew. */
const backOffMs = [0, 500, 1000, 2000, 5000, 10_000];
const steadyMs = 60_000;

/** A port may be held for moments by a worker whose server was killed: the worker ends when it notices. */
const portRetries = { times: 10, ms: 200 };

/** Bytes. A burst of a full worker's ingress; Linux caps it at net.core.rmem_max and wmem_max without an error. */
const socketBuffer = 1024 * 1024;

/**
 * Starts the one worker of this slice. More of them, later, are more slots behind `pick`.
 * @throws Error with a sentence for the operator when a port is taken, an address is unknown or the worker's binary is missing.
 */
export async function createWorkers(options: RtcOptions): Promise<Workers> {
  const warn = options.warn ?? (() => {});
  const stopping = new AbortController();
  let slot: WorkerSlot | null = null;
  let deaths = 0;

  async function open(): Promise<WorkerSlot> {
    const opened = await openSlot(options);
    const since = Date.now();
    opened.worker.on('died', (error) => {
      slot = null;
      if (stopping.signal.aborted) return;
      warn(`The media worker died (${error.message}); starting another.`);
      deaths = Date.now() - since > steadyMs ? 0 : deaths;
      void replace();
    });
    return opened;
  }

  async function replace(): Promise<void> {
    while (!stopping.signal.aborted) {
      const delay = backOffMs[Math.min(deaths, backOffMs.length - 1)] ?? 0;
      deaths += 1;
      try {
        if (delay > 0) await sleep(delay, undefined, { signal: stopping.signal, ref: false });
        const opened = await open();
        if (stopping.signal.aborted) return await closeSlot(opened);
        slot = opened.worker.died ? null : opened;
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        warn(`A new media worker could not be started: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  const first = await open();
  slot = first;
  // Every router routes the same codecs: what the first one says holds for all, also while no worker is up.
  const probe = await first.worker.createRouter({ mediaCodecs });
  const rtpCapabilities = toldToPages(probe.rtpCapabilities);
  probe.close();

  return {
    pick: () => (slot && !slot.worker.closed ? slot : null),
    rtpCapabilities,
    count: () => (slot && !slot.worker.closed ? 1 : 0),
    async close() {
      stopping.abort();
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

async function openSlot(options: RtcOptions): Promise<WorkerSlot> {
  let worker: types.Worker;
  try {
    worker = await createWorker({ logLevel: options.logLevel });
  } catch (error) {
    throw new Error('The media worker did not start: run the set-up again, or set MEDIASOUP_WORKER_BIN to its binary.', { cause: error });
  }
  const listenInfos = listenInfosOf(options);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { worker, webRtcServer: await worker.createWebRtcServer({ listenInfos }) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message.includes('address already in use') && attempt < portRetries.times) {
        await sleep(portRetries.ms);
        continue;
      }
      worker.close();
      throw new Error(sentence(message, options), { cause: error });
    }
  }
}

async function closeSlot({ worker }: WorkerSlot): Promise<void> {
  const gone = worker.subprocessClosed ? Promise.resolve() : new Promise<void>((resolve) => worker.once('subprocessclose', resolve));
  worker.close();
  await gone;
}

function sentence(message: string, { rtcPortBase, announcedAddresses }: RtcOptions): string {
  const where = announcedAddresses.join(', ');
  if (message.includes('address already in use')) {
    return `Port ${rtcPortBase} (UDP and TCP, for video) is taken on ${where}: stop what uses it or set RTC_PORT_BASE to another one.`;
  }
  return `Video can't be served on ${where}: check ANNOUNCED_ADDRESS and RTC_PORT_BASE (${message}).`;
}

/** Exported for its test. */
export function listenInfosOf({
  announcedAddresses,
  rtcPortBase,
}: Pick<RtcOptions, 'announcedAddresses' | 'rtcPortBase'>): types.TransportListenInfo[] {
  const own = new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((address) => address?.address),
  );
  const bound = announcedAddresses.filter((address) => isLoopback(address) || own.has(address));
  const told = announcedAddresses.filter((address) => !bound.includes(address));
  const sockets = [
    ...bound.map((ip) => ({ ip, port: rtcPortBase })),
    // A wildcard socket and one on a single address can't share a port.
    ...told.map((announcedAddress, index) => ({
      ip: isIP(announcedAddress) === 6 ? '::' : '0.0.0.0',
      announcedAddress,
      port: rtcPortBase + index + (bound.length > 0 ? 1 : 0),
    })),
  ];
  return sockets.flatMap(({ port, ...socket }) =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      ...socket,
      protocol,
      // Without a port mediasoup takes any free one.
      ...(rtcPortBase === 0 ? {} : { port }),
      sendBufferSize: socketBuffer,
      recvBufferSize: socketBuffer,
    })),
  );
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && address.startsWith('127.'));
}
