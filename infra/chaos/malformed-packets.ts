import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TransportOptions } from '@bedside/shared/rtp.ts';
import { type Client, openClient, visit, granted } from '../../server/testing/client.ts';
import { type Bots, startBots } from '../load/bots.ts';
import { buildBots } from '../load/build.ts';
import { startBedside } from '../load/targets/bedside.ts';
import { idsOf, viewerCapabilities } from '../load/targets/target.ts';
import { smallTrain } from '../load/small-train.ts';
import type { Fault } from './fault.ts';
import { check, type Ice, malformedBytes } from './malformed-bytes.ts';
import { type Random, seeded } from './random.ts';
import { within } from './within.ts';

const MB = 1024 * 1024;
/** What only a leak explains, of some 500 bytes of each packet. */
const GROWN_MOST = 50 * MB;
/** Share of the honest packets that may be lost meanwhile, where the machine is busy with other things too. */
const LOST_MOST = 0.1;
const SEED = 20_261_124;
const VIEWERS = 5;
/** Pages that got a transport as any viewer does, and then send rubbish over it. */
const INSIDERS = 12;
/** Packets between two checks that the worker has read all of them: less than its socket's buffer holds. */
const BURST = 200;
const PATIENCE_MS = 30_000;
/** Audio and video of a second, twice. */
const PROOF = VIEWERS * 2 * 150;

export const malformedPackets: Fault = {
  name: 'malformed-packets',
  title: 'broken STUN, DTLS, RTP, RTCP and TCP reach the ports of a media worker: it lives, and the broadcast flows on',
  impossible: () => (process.platform === 'linux' ? undefined : 'the bots that watch run on Linux only'),
  async run({ scale, say }) {
    const packets = scale === 'full' ? 100_000 : 3000;
    const folder = await mkdtemp(join(tmpdir(), 'bedside-packets-'));
    const bots: Bots[] = [];
    const ends: (() => Promise<void> | void)[] = [];
    try {
      const program = await buildBots();
      for (let number = 0; number < 2; number++) bots.push(await startBots(program));
      const [doctors, viewers] = bots;
      if (!doctors || !viewers) throw new Error('no bots');
      const train = join(folder, 'train');
      await writeFile(train, smallTrain());
      await doctors.load(train);
      const target = await startBedside({ doctors, viewers });
      ends.push(() => target.close());
      const { viewers: ids, doctor } = idsOf('bedside');
      for (let number = 0; number < VIEWERS; number++) await target.addViewer(ids[0] + number);
      doctors.play(doctor);
      await flows(viewers, ids);

      const random = seeded(SEED);
      say(`seed ${SEED}`);
      const insiders = await Promise.all(Array.from({ length: INSIDERS + 1 }, () => openInsider(target, random)));
      ends.push(...insiders.map(({ close }) => close));
      await attack(insiders, random, packets / 10);
      const before = await residentBytes(target.pid);
      viewers.reset(ids);
      await attack(insiders, random, packets);
      const meanwhile = await viewers.stats(ids);
      await flows(viewers, ids);
      const grown = (await residentBytes(target.pid)) - before;
      if (viewers.ended.size > 0 || doctors.ended.size > 0) throw new Error('an honest peer was thrown out');
      const lost = 1 - meanwhile.packets / Math.max(1, meanwhile.expected);
      if (meanwhile.packets === 0) throw new Error('no honest packet came through meanwhile');
      if (lost > LOST_MOST) throw new Error(`${(lost * 100).toFixed(0)} % of the honest packets were lost meanwhile`);
      if (grown > GROWN_MOST) throw new Error(`the worker kept ${(grown / MB).toFixed(0)} MB`);
      return [
        { name: 'malformed packets', value: packets, unit: '' },
        { name: 'honest packets meanwhile', value: meanwhile.packets, unit: '' },
        { name: 'of them lost', value: lost * 100, unit: '%', aim: { atMost: 1 } },
        { name: 'memory that the worker kept', value: grown / MB, unit: 'MB', aim: { atMost: GROWN_MOST / MB } },
      ];
    } finally {
      for (const end of ends.toReversed()) await end();
      for (const one of bots) await one.end();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Until every viewer has been sent both tracks anew. */
async function flows(viewers: Bots, ids: readonly [number, number]): Promise<void> {
  viewers.reset(ids);
  const flowing = async () => {
    for (;;) {
      const { packets, silent, connected } = await viewers.stats(ids);
      if (connected === VIEWERS && silent === 0 && packets >= PROOF) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await within(PATIENCE_MS, 'the broadcast to flow', flowing());
}

/** proc_pid_status(5); throws where the process is gone. */
async function residentBytes(pid: number): Promise<number> {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('the worker has ended');
  return Number(kilobytes) * 1024;
}

type Candidate = TransportOptions['iceCandidates'][number];
type Insider = {
  ice: Ice;
  udp: Candidate;
  tcp: Candidate;
  socket: Socket;
  /** Gets another transport: what it sent may have ended the one it had, and nothing more is parsed then. */
  renew(): Promise<void>;
  close(): void;
};

/** A viewer that has a transport, and whose address the worker knows by a check that was right. */
async function openInsider(target: { url: string; sessionId: Client['sessionId'] }, random: Random): Promise<Insider> {
  const page = await openPage(target);
  async function place(): Promise<Pick<Insider, 'ice' | 'udp' | 'tcp' | 'socket'>> {
    const { transport } = granted(await page.call('media:watch', { rtpCapabilities: viewerCapabilities }));
    // RFC 8122 section 5: of a certificate that nobody has.
    const value = Array.from({ length: 32 }, () => 'AB').join(':');
    granted(await page.call('media:start', { dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value }] } }));
    const [udp, tcp] = (['udp', 'tcp'] as const).map((kind) => transport.iceCandidates.find(({ protocol }) => protocol === kind));
    if (!udp || !tcp) throw new Error('the worker offers no UDP or no TCP');
    // From a port of its own: what comes from one that the worker knows is taken for the transport that it knows it by.
    const socket = createSocket('udp4');
    socket.on('error', () => {});
    return { ice: transport.iceParameters, udp, tcp, socket };
  }

  const insider: Insider = {
    ...(await place()),
    async renew() {
      insider.socket.close();
      Object.assign(insider, await place());
      await untilRead(insider, random, 'a page');
    },
    close() {
      insider.socket.close();
      page.close();
    },
  };
  await untilRead(insider, random, 'a page');
  return insider;
}

async function openPage({ url, sessionId }: { url: string; sessionId: Client['sessionId'] }): Promise<Client> {
  return openClient(await visit(url), sessionId, 'viewer');
}

/** A check that is right, until it is answered: by then the worker has read everything before it, unless its socket was full. */
async function untilRead({ ice, udp, socket }: Insider, random: Random, whom: string): Promise<void> {
  const send = () => socket.send(check(ice, random), udp.port, udp.address);
  const { promise: answered, resolve } = Promise.withResolvers<void>();
  // A success response (RFC 8489 section 5).
  const hear = (message: Buffer) => {
    if (message.length >= 2 && message.readUInt16BE(0) === 0x0101) resolve();
  };
  socket.on('message', hear);
  const again = setInterval(send, 200);
  try {
    send();
    await within(PATIENCE_MS, `the worker to answer a right check of ${whom}`, answered);
  } finally {
    clearInterval(again);
    socket.off('message', hear);
  }
}

/** The first of them does nothing wrong, and so hears when the worker has read what the others sent. */
async function attack([witness, ...insiders]: readonly Insider[], random: Random, packets: number): Promise<void> {
  if (!witness) throw new Error('no witness');
  const bytes = malformedBytes(random);
  const stranger = createSocket('udp4');
  stranger.on('error', () => {});
  try {
    for (let [sent, round] = [0, 0]; sent < packets; round++) {
      const insider = insiders[round % insiders.length] ?? witness;
      await insider.renew();
      const { ice, udp } = insider;
      for (let number = 0; number < BURST && sent < packets; number++, sent++) {
        const from = random.below(2) ? insider.socket : stranger;
        from.send(bytes.datagram(ice), udp.port, udp.address);
      }
      for (let number = 0; number < 2 && sent < packets; number++) sent += await overTcp(insider, bytes, 1 + random.below(10));
      await untilRead(witness, random, 'the witness');
    }
  } finally {
    stranger.close();
  }
}

/** Sends so many over a connection of its own, for as long as that is left open. */
async function overTcp({ ice, tcp }: Insider, bytes: ReturnType<typeof malformedBytes>, packets: number): Promise<number> {
  const socket = connect(tcp.port, tcp.address);
  await within(PATIENCE_MS, 'the worker to take a connection', once(socket, 'connect'));
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  socket.on('error', () => {}).resume();
  for (let number = 0; number < packets; number++) socket.write(bytes.framed(ice));
  socket.end();
  await within(PATIENCE_MS, 'the worker to end a connection', closed);
  return packets;
}
