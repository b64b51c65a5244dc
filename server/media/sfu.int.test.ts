import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { fc, test as property } from '@fast-check/vitest';
import { observer, type types } from 'mediasoup';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RtpCapabilities, RtpParameters } from '@bedside/shared/rtp.ts';
import { usualRouter } from '@bedside/shared/usual-router.ts';
import { mediaLimits } from './codecs.ts';
import { codeOf, describeMedia, goOnStage, newPeer, newSession } from './contract.ts';
import type { Media } from './media.ts';
import { cameraParameters, dtlsParameters, microphoneParameters, screenParameters, thisNode, viewerCapabilities } from './rtp-fixtures.ts';
import { createSfu } from './sfu.ts';

const self = thisNode;
const options = { announcedAddresses: ['127.0.0.1'], rtcPortBase: 0, logLevel: 'error', workers: 1, self, pipes: null } as const;

// mediasoup tells of everything it makes: what this process's tests need to look inside.
const workers: types.Worker[] = [];
const producers: types.Producer[] = [];
const consumers: types.Consumer[] = [];
observer.on('newworker', (worker) => {
  workers.push(worker);
  worker.observer.on('newrouter', (router) =>
    router.observer.on('newtransport', (transport) => {
      transport.observer.on('newproducer', (producer) => producers.push(producer));
      transport.observer.on('newconsumer', (consumer) => consumers.push(consumer));
    }),
  );
});

describeMedia('the SFU', () => createSfu(options));

describe('the SFU', () => {
  let media: Media;
  const lost: string[] = [];
  beforeAll(async () => {
    media = await createSfu(options);
    media.on('lost', (sessionId, epoch) => lost.push(`${sessionId} ${epoch}`));
  });
  afterAll(() => media.close());

  it('is told by a join what pages make ready for before it', async () => {
    // As text: pages compare it so.
    const told = RtpCapabilities.parse((await media.routerRtpCapabilities(newSession()))?.routerRtpCapabilities);
    expect(JSON.stringify(told)).toBe(JSON.stringify(usualRouter));
  });

  it('offers UDP and TCP at the announced address', async () => {
    const { iceCandidates } = await media.publish(newSession(), newPeer('doctor'));
    expect(iceCandidates.map(({ protocol, address }) => `${protocol} ${address}`)).toEqual(['udp 127.0.0.1', 'tcp 127.0.0.1']);
    expect(iceCandidates.every(({ port }) => port > 0)).toBe(true);
  });

  it('[S7][S8] lets flow what the log says, whether it was said before or after staging', async () => {
    const [sessionId, doctor] = [newSession(), newPeer('doctor')];
    const from = producers.length;
    const flowing = () => producers.slice(from).map(({ kind, paused }) => `${kind} ${paused ? 'held' : 'flows'}`);
    await goOnStage(media, sessionId, doctor, 1);
    expect(flowing()).toEqual(['audio held', 'video held']);
    await media.follow(sessionId, { epoch: 1, node: self, flow: { camera: true, microphone: true, screen: false } });
    expect(flowing()).toEqual(['audio flows', 'video flows']);
    // Two at once must end as the last one says.
    await Promise.all([
      media.follow(sessionId, { epoch: 1, node: self, flow: { camera: false, microphone: false, screen: false } }),
      media.follow(sessionId, { epoch: 1, node: self, flow: { camera: true, microphone: false, screen: false } }),
    ]);
    expect(flowing()).toEqual(['audio held', 'video flows']);
    // A stage that comes back follows what was said before it was there.
    const again = producers.length;
    await goOnStage(media, sessionId, doctor, 2, { camera: true, microphone: false, screen: false });
    expect(producers.slice(again).map(({ kind, paused }) => `${kind} ${paused}`)).toEqual(['audio true', 'video false']);
  });

  it('[S18] lets a screen and the camera flow each by itself', async () => {
    const [sessionId, doctor] = [newSession(), newPeer('doctor')];
    const from = producers.length;
    await goOnStage(media, sessionId, doctor, 1);
    await media.produce(doctor, 'screen', screenParameters());
    const flowing = () => producers.slice(from).map(({ appData, paused }) => `${String(appData.source)} ${paused ? 'held' : 'flows'}`);
    await media.follow(sessionId, { epoch: 2, node: self, flow: { camera: false, microphone: true, screen: true } });
    await media.stage(sessionId, doctor, 2);
    expect(flowing()).toEqual(['microphone flows', 'camera held', 'screen flows']);
    await media.follow(sessionId, { epoch: 2, node: self, flow: { camera: true, microphone: true, screen: false } });
    expect(flowing()).toEqual(['microphone flows', 'camera flows', 'screen held']);
  });

  it('opens consumers paused and lets them flow at start', async () => {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, sessionId, doctor, 1);
    const from = consumers.length;
    await media.watch(sessionId, viewer, viewerCapabilities);
    expect(consumers.slice(from).map(({ paused }) => paused)).toEqual([true, true]);
    await media.start(viewer, dtlsParameters);
    expect(consumers.slice(from).map(({ paused }) => paused)).toEqual([false, false]);
    expect(consumers[from + 1]?.type).toBe('simulcast');
  });

  it('[W4][W5] sends a player what it may have under its own payload types, and ends with what it is fed from', async () => {
    const [sessionId, doctor, player] = [newSession(), newPeer('doctor'), newPeer('player')];
    const ended: string[] = [];
    media.on('ended', (peer) => ended.push(peer));
    await goOnStage(media, sessionId, doctor, 1);
    const before = media.counts();
    const codecs = viewerCapabilities.codecs.flatMap((codec) =>
      codec.mimeType.endsWith('/rtx') ? [] : [{ ...codec, preferredPayloadType: codec.kind === 'audio' ? 109 : 120 }],
    );
    const watch = (sources: readonly ('camera' | 'microphone')[]) =>
      media.watch(sessionId, player, { codecs, headerExtensions: [] }, 'automatic', 'public', sources);
    const { consumers } = await watch(['microphone', 'camera']);
    expect(consumers.map(({ source, rtpParameters }) => [source, rtpParameters.codecs.map(({ payloadType }) => payloadType)])).toEqual([
      ['microphone', [109]],
      ['camera', [120]],
    ]);
    media.leave(player);
    await vi.waitFor(() => expect(media.counts()).toEqual(before));
    expect((await watch(['microphone'])).consumers).toHaveLength(1);
    media.leave(doctor);
    await vi.waitFor(() => expect(ended).toEqual([player]));
  });

  it('[S13] sends what a viewer chose: all layers, the smallest, or no picture; with a watch, before the start, and after', async () => {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, sessionId, doctor, 1);
    const look = (from: number) =>
      consumers.slice(from).map(({ kind, paused, preferredLayers }) => [kind, !paused, preferredLayers?.spatialLayer]);
    let from = consumers.length;
    expect(await codeOf(media.choose(viewer, 'sound'))).toBe('no-stream');
    await media.watch(sessionId, viewer, viewerCapabilities, 'saver');
    await media.start(viewer, dtlsParameters);
    expect(look(from)).toEqual([
      ['audio', true, undefined],
      ['video', true, 0],
    ]);
    await media.choose(viewer, 'sound');
    expect(look(from)[1]).toEqual(['video', false, 2]);
    await media.choose(viewer, 'automatic');
    expect(look(from)[1]).toEqual(['video', true, 2]);

    from = consumers.length;
    await media.watch(sessionId, viewer, viewerCapabilities, 'sound');
    await media.start(viewer, dtlsParameters);
    expect(look(from).map(([kind, flows]) => [kind, flows])).toEqual([
      ['audio', true],
      ['video', false],
    ]);
    // Nor does what is left for a moment go on with it.
    await media.choose(viewer, 'saver');
    expect(look(from - 2).map(([, flows, layer]) => [flows, layer])).toEqual([
      [true, undefined],
      [true, 0],
      [true, undefined],
      [true, 0],
    ]);

    from = consumers.length;
    await media.watch(sessionId, viewer, viewerCapabilities);
    await media.choose(viewer, 'sound');
    expect(look(from).map(([, flows]) => flows)).toEqual([false, false]);
    await media.start(viewer, dtlsParameters);
    expect(look(from).map(([, flows]) => flows)).toEqual([true, false]);
    media.closeStage(sessionId);
  });

  it('[S15] tells a viewer who starts which layers there are, once', async () => {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    const told: unknown[] = [];
    media.on('layers', (peer, layers) => told.push([peer, layers]));
    await goOnStage(media, sessionId, doctor, 1);
    await media.watch(sessionId, viewer, viewerCapabilities);
    expect(told).toEqual([]);
    await media.start(viewer, dtlsParameters);
    await media.start(viewer, dtlsParameters);
    expect(told).toEqual([[viewer, { source: 'camera', sent: null, best: null }]]);
    media.closeStage(sessionId);
  });

  it('keeps no transport of a viewer who watches and never connects', async () => {
    const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, sessionId, doctor, 1);
    const before = media.counts();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      await media.watch(sessionId, viewer, viewerCapabilities);
      vi.advanceTimersByTime(mediaLimits.connectMs - 1);
      expect(media.counts()).toMatchObject({ transports: before.transports + 1, consumers: before.consumers + 2 });
      vi.advanceTimersByTime(1);
    } finally {
      vi.useRealTimers();
    }
    expect(media.counts()).toEqual(before);
    expect(await codeOf(media.start(viewer, dtlsParameters))).toBe('no-stream');
    // The page may watch again.
    expect((await media.watch(sessionId, viewer, viewerCapabilities)).epoch).toBe(1);
    media.closeStage(sessionId);
  });

  it('leaves nothing behind, whoever goes in the middle of what', async () => {
    const sessionId = newSession();
    const before = media.counts();
    const [doctor, viewer, hasty] = [newPeer('doctor'), newPeer('viewer'), newPeer('hasty')];
    await goOnStage(media, sessionId, doctor, 1);
    const watching = media.watch(sessionId, viewer, viewerCapabilities);
    const publishing = media.publish(sessionId, hasty);
    media.leave(viewer);
    media.unpublish(hasty);
    expect(await codeOf(watching)).toBe('no-stream');
    expect(await codeOf(publishing)).toBe('no-stream');
    const stopping = media.watch(sessionId, viewer, viewerCapabilities);
    media.closeStage(sessionId);
    expect(await codeOf(stopping)).toBe('no-stream');
    await vi.waitFor(() => expect(media.counts()).toEqual(before));
    expect(lost.filter((line) => line.startsWith(sessionId))).toEqual([]);
  });

  describe('a hostile page', () => {
    it('is refused what mediasoup refuses', async () => {
      const [sessionId, doctor, other] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await media.publish(sessionId, doctor);
      const camera = cameraParameters();
      const bad: [string, RtpParameters][] = [
        ['a microphone as camera', microphoneParameters()],
        ['an unknown codec', { ...camera, codecs: [{ mimeType: 'video/theora', payloadType: 96, clockRate: 90_000 }] }],
        ['the same payload type twice', { ...camera, codecs: [...camera.codecs, ...camera.codecs] }],
        ['the same SSRC twice', { ...camera, encodings: [{ ssrc: 5 }, { ssrc: 5 }] }],
        ['neither SSRC nor rid', { ...camera, encodings: [{}, {}] }],
        ['a payload type of no codec', { ...camera, encodings: [{ ssrc: 6, codecPayloadType: 55 }] }],
      ];
      for (const [what, parameters] of bad)
        expect([what, await codeOf(media.produce(doctor, 'camera', parameters))]).toEqual([what, 'bad-request']);
      expect(media.produced(doctor)).toEqual([]);
      // An SSRC that the same transport already has.
      const microphone = microphoneParameters();
      await media.produce(doctor, 'microphone', microphone);
      const clash = await codeOf(media.produce(doctor, 'camera', { ...camera, encodings: [{ ssrc: microphone.encodings[0]?.ssrc }] }));
      expect(clash).toBe('bad-request');
      await media.produce(doctor, 'camera', camera);
      await media.follow(sessionId, { epoch: 1, node: self, flow: { camera: true, microphone: true, screen: false } });
      await media.stage(sessionId, doctor, 1);
      expect(await codeOf(media.watch(sessionId, other, { codecs: [], headerExtensions: [] }))).toBe('bad-request');
      expect(media.counts().workers).toBe(1);
    });

    it('is served one call at a time and not without end', async () => {
      const [sessionId, doctor, greedy] = [newSession(), newPeer('doctor'), newPeer('greedy')];
      await goOnStage(media, sessionId, doctor, 1);
      const { transports } = media.counts();
      const codes = await Promise.all(Array.from({ length: 40 }, () => codeOf(media.watch(sessionId, greedy, viewerCapabilities))));
      expect(codes.filter((code) => code === 'none').length).toBeGreaterThan(0);
      expect(codes.filter((code) => code === 'rate-limited').length).toBeGreaterThan(20);
      expect(media.counts().transports).toBe(transports + 2);
      media.leave(greedy);
      expect(media.counts().transports).toBe(transports);
    });

    it('may connect twice, and with a fingerprint of another length', async () => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      await goOnStage(media, sessionId, doctor, 1);
      await media.connect(doctor, dtlsParameters);
      await media.watch(sessionId, viewer, viewerCapabilities);
      const odd = { fingerprints: [{ algorithm: 'sha-512' as const, value: Array.from({ length: 20 }, () => 'AB').join(':') }] };
      expect(['none', 'bad-request']).toContain(await codeOf(media.start(viewer, odd)));
      expect(media.counts().workers).toBe(1);
    });

    const mangled = fc.record({
      drop: fc.subarray(['mid', 'headerExtensions', 'codecs', 'encodings', 'rtcp'] as const),
      payloadType: fc.integer({ min: 0, max: 127 }),
      clockRate: fc.constantFrom(1, 8000, 48_000, 90_000, 0xffff_ffff),
      ssrc: fc.integer({ min: 0, max: 0xffff_ffff }),
      mode: fc.constantFrom('L1T1', 'L3T3', 'S3T3', 'L3T3_KEY', 'L2T1h'),
      mid: fc.string({ maxLength: 256 }),
      value: fc.oneof(fc.string({ maxLength: 64 }), fc.double(), fc.boolean()),
      key: fc.constantFrom('apt', 'profile-id', 'x', '__proto__', 'sprop-stereo'),
    });
    // oxlint-disable vitest/no-standalone-expect -- it is a test, by another name
    property.prop([mangled], { numRuns: 60 })('never brings the worker down', async (mangle) => {
      const [sessionId, doctor, viewer] = [newSession(), newPeer('doctor'), newPeer('viewer')];
      const sane = cameraParameters();
      const candidate = RtpParameters.safeParse({
        ...sane,
        mid: mangle.mid,
        codecs: sane.codecs
          .map((codec, index) => (index === 1 ? { ...codec, ...mangle, parameters: { apt: 96, [mangle.key]: mangle.value } } : codec))
          .map(({ mimeType, payloadType, clockRate, parameters }) => ({ mimeType, payloadType, clockRate, parameters })),
        encodings: [{ ssrc: mangle.ssrc, scalabilityMode: mangle.mode, rtx: { ssrc: mangle.ssrc } }, { rid: 'a' }],
      });
      if (!candidate.success) return;
      await media.publish(sessionId, doctor);
      const code = await codeOf(media.produce(doctor, 'camera', candidate.data));
      if (code === 'none') {
        await media.follow(sessionId, { epoch: 1, node: self, flow: { camera: true, microphone: true, screen: false } });
        await media.stage(sessionId, doctor, 1);
        await codeOf(media.watch(sessionId, viewer, viewerCapabilities));
      } else {
        expect(code).toBe('bad-request');
      }
      expect(media.counts().workers).toBe(1);
      media.closeStage(sessionId);
    });
    // oxlint-enable vitest/no-standalone-expect
  });

  it('[S6] replaces a killed worker, tells every stage that it is lost, and stages again', async () => {
    const [here, there, empty] = [newSession(), newSession(), newSession()];
    const [doctor, other, viewer] = [newPeer('doctor'), newPeer('doctor'), newPeer('viewer')];
    await goOnStage(media, here, doctor, 4);
    await goOnStage(media, there, other, 9);
    await media.publish(empty, newPeer('doctor'));
    await media.watch(here, viewer, viewerCapabilities);
    const before = lost.length;
    const worker = workers.findLast(({ closed }) => !closed);
    if (!worker) throw new Error('no worker');
    process.kill(worker.pid, 'SIGKILL');
    await vi.waitFor(() => expect(lost.slice(before)).toEqual(expect.arrayContaining([`${here} 4`, `${there} 9`])));
    expect(await codeOf(media.start(viewer, dtlsParameters))).toMatch(/media-unavailable|no-stream/);
    expect(await media.routerRtpCapabilities(here)).not.toBeNull();
    await vi.waitFor(() => expect(media.counts().workers).toBe(1), { timeout: 5000 });
    expect(media.counts()).toEqual({ workers: 1, pipes: 0, routers: 0, transports: 0, producers: 0, consumers: 0 });
    await goOnStage(media, here, doctor, 5);
    expect((await media.watch(here, viewer, viewerCapabilities)).epoch).toBe(5);
    expect(lost.filter((line) => line.startsWith(empty))).toEqual([]);
  });
});

it('leaves signals to the process: a node that drains goes on sending', async () => {
  const listeners = () => [process.listenerCount('SIGINT'), process.listenerCount('SIGTERM')];
  const before = listeners();
  const sfu = await createSfu(options);
  expect(listeners()).toEqual(before);
  await sfu.close();
});

describe('ports', () => {
  it('says in a sentence that a port is taken', async () => {
    const taken = createSocket('udp4').bind(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address();
    await expect(createSfu({ ...options, rtcPortBase: port })).rejects.toThrow(`set RTC_PORT_BASE`);
    taken.close();
  });

  it('uses the port it is told, and can use it again at once', async () => {
    const probe = createSocket('udp4').bind(0, '127.0.0.1');
    await once(probe, 'listening');
    const { port } = probe.address();
    probe.close();
    await once(probe, 'close');
    for (let round = 0; round < 2; round += 1) {
      const sfu = await createSfu({ ...options, rtcPortBase: port });
      const { iceCandidates } = await sfu.publish(newSession(), newPeer('doctor'));
      expect(new Set(iceCandidates.map((candidate) => candidate.port))).toEqual(new Set([port]));
      await sfu.close();
    }
  });
});
