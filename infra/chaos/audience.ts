import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, openClient } from '../../server/testing/client.ts';
import { type Bots, startBots } from '../load/bots.ts';
import { buildBots } from '../load/build.ts';
import { smallTrain } from '../load/small-train.ts';
import { publish, watch } from '../load/targets/bedside.ts';
import { until } from './within.ts';
import type { World } from './world.ts';

/** A doctor who sends and viewers who receive, by real ICE, DTLS and SRTP, which mend their connections as pages do. */
export type Audience = {
  /** Of the stream that the doctor has on stage. */
  epoch(): number;
  /** The port that the doctor sends to. */
  doctorPort(): number;
  /** For each viewer, milliseconds from then until picture and sound came over another connection; resolves when all have. */
  backAfter(then: number): Promise<number[]>;
  close(): Promise<void>;
};

/** Frames from one keyframe to the next: bots' doctors can't be asked for one, as a browser can at once. */
const KEYFRAME_EVERY = 5;
const LOOK_MS = 20;
/** Before another try: as pages wait (client/src/media/back-off.ts), the first time. */
const retryMs = () => 500 * (0.75 + Math.random() / 2);

/** All of them through the first node. */
export async function startAudience(world: World, viewers: number): Promise<Audience> {
  const [node] = world.nodes;
  if (!node) throw new Error('there is no node');
  const program = await buildBots();
  const folder = await mkdtemp(join(tmpdir(), 'bedside-audience-'));
  const clients: Client[] = [];
  const bots: Bots[] = [];
  let closed = false;
  let failure: unknown = null;
  let ids = 0;
  let doctorPort = 0;

  async function close(): Promise<void> {
    closed = true;
    for (const client of clients) client.close();
    for (const each of bots) await each.end();
    await rm(folder, { recursive: true, force: true });
  }

  /** Tries until it is done: what was lost is not known to everybody at once. */
  async function insist(work: () => Promise<unknown>): Promise<void> {
    for (; !closed; await sleep(retryMs())) {
      const done = await work().then(
        () => true,
        (error: unknown) => {
          failure = error;
          return false;
        },
      );
      if (done) return;
    }
  }

  const enter = async (role: 'host' | 'viewer') => {
    const client = await openClient(await world.person(role, node), world.sessionId, role, { forgetful: true });
    clients.push(client);
    return client;
  };

  async function startDoctor(doctors: Bots): Promise<Client> {
    const client = await enter('host');
    let onStage = 0;
    let staging: Promise<void> | null = null;
    const stage = () =>
      insist(async () => {
        const id = ++ids;
        doctorPort = (await publish(client, doctors, id)) ?? 0;
        doctors.play(id);
        await client.until(({ view }) => view().session.stream.status === 'on' && view().session.stream.epoch > onStage, 'the stage');
        onStage = client.view().session.stream.epoch;
      });
    await stage();
    const look = () => {
      const { status } = client.view().session.stream;
      if (status !== 'lost' || staging || closed) return;
      staging = stage().finally(() => (staging = null));
    };
    client.socket.on('session:patch', () => setImmediate(look));
    return client;
  }

  async function startViewer(receivers: Bots) {
    const client = await enter('viewer');
    /** What it receives through, and when that first had picture and sound. */
    let current = { id: 0, epoch: 0, flowsAt: Infinity };
    let watching: Promise<void> | null = null;
    let ended = false;
    const watchAnew = () =>
      insist(async () => {
        ended = false;
        const { epoch } = client.view().session.stream;
        const id = ++ids;
        current = { id, epoch, flowsAt: Infinity };
        await watch(client, receivers, id);
        // Both streams: sound needs no keyframe.
        await until(async () => ended || closed || (await receivers.stats([id, id])).streams === 2, 'picture and sound', 5000);
        if (ended) throw new Error('it ended');
        current.flowsAt = performance.now();
      });
    const look = () => {
      const { status, epoch } = client.view().session.stream;
      if (watching || closed || status !== 'on' || (epoch === current.epoch && !ended)) return;
      watching = watchAnew().finally(() => {
        watching = null;
        look();
      });
    };
    client.socket.on('session:patch', () => setImmediate(look));
    client.socket.on('media:ended', () => {
      ended = true;
      look();
    });
    look();
    return { flowsAt: () => current.flowsAt };
  }

  try {
    const train = join(folder, 'train');
    await writeFile(train, smallTrain(KEYFRAME_EVERY));
    const [doctors, receivers] = [await startBots(program), await startBots(program)];
    bots.push(doctors, receivers);
    await doctors.load(train);
    const doctor = await startDoctor(doctors);
    const all = await Promise.all(Array.from({ length: viewers }, () => startViewer(receivers)));
    const allFlow = async (since: number) => {
      const flows = (at: number) => at > since && at < Infinity;
      try {
        await until(() => all.every(({ flowsAt }) => flows(flowsAt())), 'picture and sound for every viewer', 30_000);
      } catch (error) {
        throw new Error(`not every viewer has picture and sound (${String(failure)})`, { cause: error });
      }
      return all.map(({ flowsAt }) => flowsAt() - since);
    };
    await allFlow(0);
    await sleep(LOOK_MS);
    return { epoch: () => doctor.view().session.stream.epoch, doctorPort: () => doctorPort, backAfter: allFlow, close };
  } catch (error) {
    await close();
    throw error;
  }
}
