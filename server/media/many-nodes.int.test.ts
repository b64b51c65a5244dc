import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type StageId, stageIdOf } from '@bedside/shared/stage-id.ts';
import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createNodeCalls, NODE_CALL_PATH, type NodeCalls } from '../cluster/calls.ts';
import { localBus } from '../cluster/local.ts';
import { pipeCheck, pipeOpen } from '../cluster/node-calls.ts';
import { createSeal } from '../cluster/seal.ts';
import { codeOf, newPeer, newSession } from './contract.ts';
import { cameraParameters, dtlsParameters, microphoneParameters, viewerCapabilities } from './rtp-fixtures.ts';
import { createSfu } from './sfu.ts';

const both = { camera: true, microphone: true, screen: false };
const bus = localBus();
const bodies: string[] = [];
const pipes: types.PipeTransport[] = [];
/** Ends that send to another node. */
const senders = new Set<types.PipeTransport>();
/** What came from another node. */
const copies: types.Producer[] = [];
const isPipe = (transport: types.Transport): transport is types.PipeTransport => transport.type === 'pipe';
observer.on('newworker', (worker) =>
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => {
      if (!isPipe(transport)) return;
      pipes.push(transport);
      if (!transport.srtpParameters) return;
      transport.observer.on('newconsumer', () => senders.add(transport)).on('newproducer', (producer) => copies.push(producer));
    }),
  ),
);

/** An SFU with two workers, an HTTP server for other nodes, and a place in the directory. `checked`: what it hears of its pipes. */
async function startNode(keyName = 'the cluster', checked?: () => { rtpBytesSent: number }) {
  const cluster = bus.join();
  const seal = createSeal([createHash('sha256').update(keyName).digest()], Date.now);
  const real = createNodeCalls({ cluster, seal, onError: (error) => process.emitWarning(String(error)) });
  const calls: NodeCalls = {
    ...real,
    call: async (node, what, input) =>
      checked && what.name === pipeCheck.name ? what.result.parse(checked()) : real.call(node, what, input),
  };
  const http = createServer((request, response) => {
    void text(request).then(async (body) => {
      bodies.push(body);
      const reply = request.url === NODE_CALL_PATH ? await calls.receive(body) : null;
      response.writeHead(reply === null ? 403 : 200).end(reply ?? '');
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : null;
  cluster.report(() => ({ url, draining: false, viewers: {} }));
  const media = await createSfu({
    announcedAddresses: ['127.0.0.1'],
    rtcPortBase: 0,
    logLevel: 'error',
    workers: 2,
    self: cluster.self,
    pipes: { calls, address: '127.0.0.1', ports: null, times: { checkMs: 200, unaskedMs: 2000 } },
  });
  const lost: string[] = [];
  const ended: string[] = [];
  media.on('ended', (peer) => ended.push(peer));
  media.on('lost', (sessionId, epoch) => lost.push(`${sessionId} ${epoch}`));
  return {
    ...cluster,
    media,
    calls,
    lost,
    ended,
    async close() {
      await media.close();
      await cluster.close();
      http.close();
      http.closeAllConnections();
    },
  };
}

type Node = Awaited<ReturnType<typeof startNode>>;
let [one, two]: Node[] = [];
const nodes = (): [Node, Node] => {
  if (!one || !two) throw new Error('not started');
  return [one, two];
};

beforeAll(async () => {
  [one, two] = await Promise.all([startNode(), startNode()]);
});
afterAll(async () => {
  for (const node of nodes()) await node.close();
});

/** What the log's hint does at every node. */
const follow = (sessionId: StageId, at: Node, epoch: number, flow = both) =>
  Promise.all(nodes().map(({ media }) => media.follow(sessionId, { epoch, node: at.self, flow })));

async function goOnStageAt(node: Node, sessionId: StageId, epoch: number, peer = newPeer('doctor')) {
  await node.media.publish(sessionId, peer);
  await node.media.connect(peer, dtlsParameters);
  await node.media.produce(peer, 'microphone', microphoneParameters());
  await node.media.produce(peer, 'camera', cameraParameters());
  await follow(sessionId, node, epoch);
  await node.media.stage(sessionId, peer, epoch);
}

const open = () => pipes.filter(({ closed }) => !closed);

it('[P4][C8] viewers of another node watch through one pipe, encrypted with keys that cross sealed', async () => {
  const [here, there] = nodes();
  const sessionId = newSession();
  await goOnStageAt(here, sessionId, 1);
  const watches = await Promise.all([1, 2, 3].map(() => there.media.watch(sessionId, newPeer('viewer'), viewerCapabilities)));
  expect(watches.every(({ epoch, consumers }) => epoch === 1 && consumers.length === 2)).toBe(true);
  expect(here.media.counts().pipes).toBe(1);
  const between = open().filter(({ srtpParameters }) => srtpParameters !== undefined);
  expect(between.map(({ srtpParameters }) => srtpParameters?.cryptoSuite)).toEqual(['AEAD_AES_256_GCM', 'AEAD_AES_256_GCM']);
  for (const { srtpParameters } of between) expect(bodies.join()).not.toContain(srtpParameters?.keyBase64);
  for (const { media } of nodes()) media.closeStage(sessionId);
  await vi.waitFor(() => expect(open()).toEqual([]));
});

it('[T1][P4] a guest who sends to another node than the doctor is heard at both, each over a pipe of its own', async () => {
  const [here, there] = nodes();
  const main = newSession();
  const guest = stageIdOf(main, 'guest');
  const viewers = nodes().map(() => newPeer('viewer'));
  await goOnStageAt(here, main, 3);
  await goOnStageAt(there, guest, 1);
  for (const [at, { media }] of nodes().entries()) {
    const viewer = viewers[at] ?? '';
    expect((await media.watch(main, viewer, viewerCapabilities)).epoch).toBe(3);
    expect((await media.watch(guest, `${viewer}/guest`, viewerCapabilities)).epoch).toBe(1);
  }
  expect(nodes().map(({ media }) => media.counts().pipes)).toEqual([1, 1]);
  // Taken off stage, nothing of it is left anywhere, and the doctor's goes on.
  for (const { media } of nodes()) media.closeStage(guest);
  await vi.waitFor(() => expect(nodes().map(({ media }) => media.counts().pipes)).toEqual([1, 0]));
  expect(await codeOf(here.media.restartIce(`${viewers[0]}/guest`, 'recv'))).toBe('no-stream');
  expect(await codeOf(there.media.restartIce(viewers[1] ?? '', 'recv'))).toBe('none');
  for (const { media } of nodes()) media.closeStage(main);
  await vi.waitFor(() => expect(open()).toEqual([]));
});

it('[X11] outputs read a voice that sends to another node, its sound alone, and leave the pipe when it leaves the stage', async () => {
  const [here, there] = nodes();
  const guest = stageIdOf(newSession(), 'guest');
  await goOnStageAt(here, guest, 1);
  const ended = vi.fn<() => void>();
  const on = { sources: ['microphone'], rtp() {}, ended } as const;
  expect(await codeOf(there.media.tap(guest, 2, on))).toBe('no-stream');
  const [first, second] = [await there.media.tap(guest, 1, on), await there.media.tap(guest, 1, on)];
  expect([...first.codecs.keys()]).toEqual(['microphone']);
  expect(there.media.loads().reduce((sum, { viewers }) => sum + viewers, 0)).toBe(2);
  first.close();
  for (const { media } of nodes()) media.closeStage(guest);
  await vi.waitFor(() => expect(open()).toEqual([]));
  second.close();
  expect(ended).toHaveBeenCalledTimes(1);
  expect(there.media.loads().reduce((sum, { viewers }) => sum + viewers, 0)).toBe(0);
});

it('waits for a stage that the log has and its node not yet', async () => {
  const [here, there] = nodes();
  const [sessionId, doctor] = [newSession(), newPeer('doctor')];
  await here.media.publish(sessionId, doctor);
  await here.media.produce(doctor, 'camera', cameraParameters());
  await follow(sessionId, here, 1);
  const watching = there.media.watch(sessionId, newPeer('viewer'), viewerCapabilities);
  await here.media.stage(sessionId, doctor, 1);
  expect((await watching).consumers).toHaveLength(1);
  for (const { media } of nodes()) media.closeStage(sessionId);
});

it('[S10] a doctor who moves to another node leaves the first without a loss, and viewers of both follow', async () => {
  const [here, there] = nodes();
  const [sessionId, doctor] = [newSession(), newPeer('doctor')];
  const viewers = [newPeer('viewer'), newPeer('viewer')];
  const watchAll = () => Promise.all(nodes().map(({ media }, at) => media.watch(sessionId, viewers[at] ?? '', viewerCapabilities)));
  await goOnStageAt(here, sessionId, 1, doctor);
  expect((await watchAll()).map(({ epoch }) => epoch)).toEqual([1, 1]);
  await goOnStageAt(there, sessionId, 2, doctor);
  expect((await watchAll()).map(({ epoch }) => epoch)).toEqual([2, 2]);
  // What the page sent to the first node goes on for a moment, and its end is no loss.
  expect(here.media.produced(doctor)).toHaveLength(2);
  here.media.leave(doctor);
  expect([...here.lost, ...there.lost].filter((line) => line.startsWith(sessionId))).toEqual([]);
  await vi.waitFor(() => expect([here.media.counts().pipes, there.media.counts().pipes]).toEqual([0, 1]));
  for (const { media } of nodes()) media.closeStage(sessionId);
});

it('refuses what is nowhere on stage, and asks no node that is not there', async () => {
  const [here, there] = nodes();
  const sessionId = newSession();
  await follow(sessionId, here, 1);
  expect(await codeOf(there.media.watch(sessionId, newPeer('viewer'), viewerCapabilities))).toBe('no-stream');
  const gone = bus.join();
  await gone.close();
  await there.media.follow(sessionId, { epoch: 2, node: gone.self, flow: both });
  const before = there.media.counts();
  expect(await codeOf(there.media.watch(sessionId, newPeer('viewer'), viewerCapabilities))).toBe('unavailable');
  expect(there.media.counts()).toEqual(before);
});

it('[C8] gives nothing to a node that does not have the keys', async () => {
  const [here] = nodes();
  const sessionId = newSession();
  await goOnStageAt(here, sessionId, 1);
  const stranger = await startNode('another cluster');
  await stranger.media.follow(sessionId, { epoch: 1, node: here.self, flow: both });
  expect(await codeOf(stranger.media.watch(sessionId, newPeer('viewer'), viewerCapabilities))).toBe('unavailable');
  expect(here.media.counts().pipes).toBe(0);
  await stranger.close();
  here.media.closeStage(sessionId);
});

it('[P8] a node that is not asked after a pipe any more closes it', async () => {
  const [here] = nodes();
  const sessionId = newSession();
  const third = await startNode();
  await goOnStageAt(here, sessionId, 1);
  await third.media.follow(sessionId, { epoch: 1, node: here.self, flow: both });
  await third.media.watch(sessionId, newPeer('viewer'), viewerCapabilities);
  expect(here.media.counts().pipes).toBe(1);
  await third.close();
  await vi.waitFor(() => expect(here.media.counts().pipes).toBe(0), { timeout: 10_000 });
  here.media.closeStage(sessionId);
});

it('[P8] of two pipes for one purpose the first, whose answer was lost, is closed', async () => {
  const [here, there] = nodes();
  const sessionId = newSession();
  await goOnStageAt(here, sessionId, 1);
  const end = {
    ip: '127.0.0.1',
    port: 9,
    srtpParameters: { cryptoSuite: 'AEAD_AES_256_GCM' as const, keyBase64: randomBytes(44).toString('base64') },
  };
  for (const ask of [1, 2]) {
    await there.calls.call(here.self, pipeOpen, { sessionId, epoch: 1, end });
    expect([ask, here.media.counts().pipes]).toEqual([ask, 1]);
  }
  here.media.closeStage(sessionId);
  await vi.waitFor(() => expect(here.media.counts().pipes).toBe(0));
});

describe('[P8] viewers are told, and watch through another pipe,', () => {
  const watchAndBreak = async (there: Node, breakIt: () => void) => {
    const [here] = nodes();
    const [sessionId, viewer] = [newSession(), newPeer('viewer')];
    await goOnStageAt(here, sessionId, 1);
    await there.media.follow(sessionId, { epoch: 1, node: here.self, flow: both });
    await there.media.watch(sessionId, viewer, viewerCapabilities);
    breakIt();
    await vi.waitFor(() => expect(there.ended).toContain(viewer), { timeout: 10_000 });
    const { epoch } = await there.media.watch(sessionId, viewer, viewerCapabilities);
    for (const { media } of [...nodes(), there]) media.closeStage(sessionId);
    return epoch;
  };

  it('where the other node does not know it', async () => {
    const [, there] = nodes();
    const closeAll = () => senders.forEach((sender) => sender.close());
    expect(await watchAndBreak(there, closeAll)).toBe(1);
  });

  it('where the other node sends, and nothing arrives', async () => {
    let rtpBytesSent = 0;
    const third = await startNode('the cluster', () => ({ rtpBytesSent: (rtpBytesSent += 1000) }));
    expect(await watchAndBreak(third, () => {})).toBe(1);
    await third.close();
  });
});

it('[P9] what changes while a pipe is opened holds for it', async () => {
  const [here, there] = nodes();
  const sessionId = newSession();
  const off = { camera: false, microphone: false, screen: false };
  await goOnStageAt(here, sessionId, 1);
  await follow(sessionId, here, 1, off);
  const watching = there.media.watch(sessionId, newPeer('viewer'), viewerCapabilities);
  await follow(sessionId, here, 1, both);
  await watching;
  const piped = copies.filter(({ closed }) => !closed);
  const paused = () => piped.map((copy) => copy.paused);
  await vi.waitFor(() => expect(paused()).toEqual([false, false]));
  // In whatever order a worker answers: the last holds.
  await Promise.all([off, both, off, both, off].map((flow) => there.media.follow(sessionId, { epoch: 1, node: here.self, flow })));
  expect(paused()).toEqual([true, true]);
  for (const { media } of nodes()) media.closeStage(sessionId);
});
