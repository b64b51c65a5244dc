import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { goOnStage, newPeer, newSession } from './contract.ts';
import type { Media } from './media.ts';
import { dtlsParameters, thisNode, viewerCapabilities } from './rtp-fixtures.ts';
import { createSfu } from './sfu.ts';

const options = { announcedAddresses: ['127.0.0.1'], rtcPortBase: 0, logLevel: 'error', workers: 3, self: thisNode, pipes: null } as const;
const both = { camera: true, microphone: true, screen: false };

/** Which worker a producer or transport is on, by what mediasoup tells of everything it makes. */
const workerOf = new Map<string, number>();
const pids: number[] = [];
const producers: types.Producer[] = [];
let media: Media;
const lost: string[] = [];
const ended: string[] = [];

observer.on('newworker', (worker) => {
  const { pid } = worker;
  pids.push(pid);
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => {
      workerOf.set(transport.id, pid);
      transport.observer.on('newproducer', (producer) => producers.push(producer));
    }),
  );
});

beforeAll(async () => {
  media = await createSfu(options);
  media.on('lost', (sessionId, epoch) => lost.push(`${sessionId} ${epoch}`));
  media.on('ended', (peer) => ended.push(peer));
});
afterAll(() => media.close());

const watch = (sessionId: ReturnType<typeof newSession>, peer = newPeer('viewer')) => media.watch(sessionId, peer, viewerCapabilities);

it('[P2] keeps viewers off the worker that the doctor sends to, and gives each worker ports of its own', async () => {
  const [sessionId, doctor] = [newSession(), newPeer('doctor')];
  await goOnStage(media, sessionId, doctor, 1, both);
  const ingest = media.loads().find(({ ingests }) => ingests > 0)?.index;
  const seats = await Promise.all(Array.from({ length: 5 }, () => watch(sessionId)));
  const ports = new Set(seats.flatMap(({ transport }) => transport.iceCandidates.map(({ port }) => port)));
  // UDP and TCP of one worker: the second viewer goes where the first one's pipe already leads.
  expect(ports.size).toBe(2);
  expect(media.loads().find(({ viewers }) => viewers === 5)?.index).not.toBe(ingest);
  expect(media.loads().find(({ index }) => index === ingest)?.viewers).toBe(0);
  expect(seats.every(({ consumers }) => consumers.length === 2)).toBe(true);
  media.closeStage(sessionId);
  await vi.waitFor(() => expect(media.loads().every(({ viewers, ingests }) => viewers === 0 && ingests === 0)).toBe(true));
  expect(media.counts()).toMatchObject({ routers: 0, transports: 0, producers: 0, consumers: 0 });
});

it('[S7][S8] what is piped is held and flows as the log says', async () => {
  const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
  await goOnStage(media, sessionId, doctor, 1, { camera: false, microphone: true, screen: false });
  const from = producers.length;
  await watch(sessionId, viewer);
  await media.start(viewer, dtlsParameters);
  const flowing = () => producers.slice(from).map(({ kind, paused }) => `${kind} ${paused ? 'held' : 'flows'}`);
  expect(flowing().toSorted()).toEqual(['audio flows', 'video held']);
  await media.follow(sessionId, { epoch: 1, node: thisNode, flow: both });
  await vi.waitFor(() => expect(flowing().toSorted()).toEqual(['audio flows', 'video flows']));
  await media.follow(sessionId, { epoch: 1, node: thisNode, flow: { camera: false, microphone: false, screen: false } });
  await vi.waitFor(() => expect(flowing().toSorted()).toEqual(['audio held', 'video held']));
  media.closeStage(sessionId);
});

it('[P5] a pipe that nobody watches carries nothing, and is gone after a while', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, sessionId, doctor, 1, both);
    const before = media.counts();
    const from = producers.length;
    await watch(sessionId, viewer);
    const piped = producers.slice(from);
    expect(piped.map(({ paused }) => paused)).toEqual([false, false]);
    media.leave(viewer);
    await vi.waitFor(() => expect(piped.map(({ paused }) => paused)).toEqual([true, true]));
    // Somebody else takes the place meanwhile.
    await watch(sessionId, viewer);
    await vi.waitFor(() => expect(piped.map(({ paused }) => paused)).toEqual([false, false]));
    vi.advanceTimersByTime(15_000);
    expect(piped.some(({ closed }) => closed)).toBe(false);
    media.leave(viewer);
    vi.advanceTimersByTime(15_000);
    expect(piped.every(({ closed }) => closed)).toBe(true);
    expect(media.counts()).toEqual(before);
    media.closeStage(sessionId);
  } finally {
    vi.useRealTimers();
  }
});

it('[P6] a killed worker that only viewers were on costs them a new place, and nobody the stream', async () => {
  const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
  await goOnStage(media, sessionId, doctor, 1, both);
  const { transport } = await watch(sessionId, viewer);
  const pid = workerOf.get(transport.id);
  if (pid === undefined) throw new Error('no worker');
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(ended).toEqual([viewer]));
  expect((await watch(sessionId, viewer)).epoch).toBe(1);
  expect(lost).toEqual([]);
  await vi.waitFor(() => expect(media.counts().workers).toBe(3), { timeout: 20_000 });
  media.closeStage(sessionId);
});

it('[S6] a killed worker that the doctor sent to loses the stream, and the next epoch is on another', async () => {
  const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
  const { id } = await media.publish(sessionId, doctor);
  const pid = workerOf.get(id);
  if (pid === undefined) throw new Error('no worker');
  await goOnStage(media, sessionId, doctor, 1, both);
  await watch(sessionId, viewer);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(lost).toEqual([`${sessionId} 1`]));
  await goOnStage(media, sessionId, doctor, 2, both);
  expect((await watch(sessionId, viewer)).epoch).toBe(2);
  media.closeStage(sessionId);
  await vi.waitFor(() => expect(media.counts().workers).toBe(3), { timeout: 20_000 });
});

it('[S5] viewers of an epoch that was replaced go to the next one, and what fed the old one goes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, sessionId, doctor, 1, both);
    await watch(sessionId, viewer);
    const { routers } = media.counts();
    await media.follow(sessionId, { epoch: 2, node: thisNode, flow: both });
    await media.stage(sessionId, doctor, 2);
    expect((await watch(sessionId, viewer)).epoch).toBe(2);
    expect(media.counts().routers).toBe(routers + 1);
    vi.advanceTimersByTime(15_000);
    expect(media.counts().routers).toBe(routers);
    expect(ended.filter((peer) => peer === viewer)).toEqual([]);
    media.closeStage(sessionId);
  } finally {
    vi.useRealTimers();
  }
});
