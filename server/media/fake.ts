import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { IceParameters, RtpParameters, TransportOptions } from '@bedside/shared/rtp.ts';
import type { StageId } from '@bedside/shared/stage-id.ts';
import type { Media, MediaEvents, PeerId } from './media.ts';

type Flow = Readonly<Record<TrackSource, boolean>>;
type Sending = { stageId: StageId; connected: boolean; sources: TrackSource[] };
type Stage = { peer: PeerId; epoch: number };

/** The media layer without media: the same answers and refusals as the real one, no worker, ids counted from 1. */
export type FakeMedia = Media & {
  /** Breaks the session's stage as a lost worker or a lost doctor would. */
  lose(stageId: StageId): void;
  /** While down, every call is refused with `media-unavailable`; going down loses every stage. */
  setUp(up: boolean): void;
  stageOf(stageId: StageId): Readonly<Stage> | null;
  flowOf(stageId: StageId): Flow;
  /** Peers that have watched, and whether they have started too. */
  watchersOf(stageId: StageId): ReadonlyMap<PeerId, 'watching' | 'started'>;
  /** What each of them chose to be sent. */
  choicesOf(stageId: StageId): ReadonlyMap<PeerId, Quality>;
};

const closedFlow: Flow = { camera: false, microphone: false, screen: false };

/** One Opus and one VP8 codec, as a real router tells them. */
const routerRtpCapabilities = {
  codecs: [
    {
      kind: 'audio' as const,
      mimeType: 'audio/opus',
      preferredPayloadType: 100,
      clockRate: 48_000,
      channels: 2,
      parameters: {},
      rtcpFeedback: [],
    },
    { kind: 'video' as const, mimeType: 'video/VP8', preferredPayloadType: 101, clockRate: 90_000, parameters: {}, rtcpFeedback: [] },
  ],
  headerExtensions: [],
};

export function createFakeMedia(): FakeMedia {
  const sending = new Map<PeerId, Sending>();
  const watching = new Map<PeerId, { stageId: StageId; started: boolean; quality: Quality; audience: Audience }>();
  const stages = new Map<StageId, Stage>();
  const flows = new Map<StageId, Flow>();
  const rehearsing = new Set<StageId>();
  const listeners: { [K in keyof MediaEvents]: Set<MediaEvents[K]> } = { lost: new Set(), ended: new Set(), layers: new Set() };
  let up = true;
  let lastId = 0;

  const nextId = (kind: string) => `fake-${kind}-${++lastId}`;

  function requireUp(): void {
    if (!up) throw new Refusal('media-unavailable', 'no media worker is up');
  }

  function requireSending(peer: PeerId): Sending {
    requireUp();
    const found = sending.get(peer);
    if (!found) throw new Refusal('no-stream', 'no sending transport');
    return found;
  }

  function lost(stageId: StageId, epoch: number): void {
    for (const listener of listeners.lost) listener(stageId, epoch);
  }

  function lose(stageId: StageId): void {
    const stage = stages.get(stageId);
    if (!stage) return;
    stages.delete(stageId);
    sending.delete(stage.peer);
    for (const [peer, watcher] of watching) if (watcher.stageId === stageId) watching.delete(peer);
    lost(stageId, stage.epoch);
  }

  /** Takes a peer's sending away; true as second member if that took the session's stage. */
  function stopSending(peer: PeerId): { stageId: StageId; epoch: number } | null {
    const sent = sending.get(peer);
    sending.delete(peer);
    if (!sent) return null;
    const stage = stages.get(sent.stageId);
    if (stage?.peer !== peer) return null;
    stages.delete(sent.stageId);
    return { stageId: sent.stageId, epoch: stage.epoch };
  }

  function transport(): TransportOptions {
    const id = nextId('transport');
    return {
      id,
      iceParameters: iceParameters(),
      iceCandidates: [
        { foundation: 'udpcandidate', priority: 1, ip: '127.0.0.1', address: '127.0.0.1', protocol: 'udp', port: 40_000, type: 'host' },
      ],
      dtlsParameters: { role: 'auto', fingerprints: [{ algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') }] },
    };
  }

  function iceParameters(): IceParameters {
    return { usernameFragment: nextId('ufrag'), password: nextId('password'), iceLite: true };
  }

  function consumed(source: TrackSource): RtpParameters {
    const video = source !== 'microphone';
    return {
      codecs: [
        video
          ? { mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }
          : { mimeType: 'audio/opus', payloadType: 100, clockRate: 48_000, channels: 2 },
      ],
      headerExtensions: [],
      encodings: [{ ssrc: ++lastId }],
      rtcp: { cname: 'fake', reducedSize: true },
    };
  }

  return {
    async routerRtpCapabilities() {
      return up ? { routerRtpCapabilities } : null;
    },
    async watch(stageId, peer, _capabilities, quality = 'automatic', audience = 'public', wanted) {
      requireUp();
      const stage = stages.get(stageId);
      const sent = stage && sending.get(stage.peer);
      if (!sent || (rehearsing.has(stageId) && audience === 'public')) throw new Refusal('no-stream', 'nothing on stage');
      watching.set(peer, { stageId, started: false, quality, audience });
      return {
        epoch: stage.epoch,
        transport: transport(),
        consumers: (wanted ?? sent.sources)
          .filter((source) => sent.sources.includes(source))
          .map((source) => ({
            id: nextId('consumer'),
            producerId: `${stage.peer}-${source}`,
            kind: source === 'microphone' ? 'audio' : 'video',
            source,
            rtpParameters: consumed(source),
          })),
      };
    },
    async start(peer) {
      requireUp();
      const watcher = watching.get(peer);
      if (!watcher) throw new Refusal('no-stream', 'no receiving transport');
      watcher.started = true;
    },
    async choose(peer, quality) {
      requireUp();
      const watcher = watching.get(peer);
      if (!watcher) throw new Refusal('no-stream', 'no receiving transport');
      watcher.quality = quality;
    },
    async restartIce(peer, direction) {
      requireUp();
      if (!(direction === 'send' ? sending : watching).has(peer)) throw new Refusal('no-stream', `no transport to ${direction}`);
      return iceParameters();
    },
    async publish(stageId, peer) {
      requireUp();
      const was = stopSending(peer);
      if (was) lost(was.stageId, was.epoch);
      sending.set(peer, { stageId, connected: false, sources: [] });
      return transport();
    },
    async connect(peer) {
      requireSending(peer).connected = true;
    },
    async produce(peer, source) {
      const sent = requireSending(peer);
      if (sent.sources.includes(source)) throw new Refusal('bad-request', `${source} is already sent`);
      sent.sources.push(source);
      return `${peer}-${source}`;
    },
    produced: (peer) => [...(sending.get(peer)?.sources ?? [])],
    async stage(stageId, peer, epoch) {
      const sent = sending.get(peer);
      if (!up || sent?.stageId !== stageId || sent.sources.length === 0) {
        lost(stageId, epoch);
        throw up ? new Refusal('no-stream', 'nothing was produced') : new Refusal('media-unavailable', 'no media worker is up');
      }
      const before = stages.get(stageId);
      if (before && before.peer !== peer) sending.delete(before.peer);
      stages.set(stageId, { peer, epoch });
    },
    onStage(stageId, epoch) {
      const stage = stages.get(stageId);
      return stage?.epoch === epoch ? stage.peer : null;
    },
    unpublish: stopSending,
    async follow(stageId, stream) {
      flows.set(stageId, { ...(stream?.flow ?? closedFlow) });
      if (stream?.to !== 'staff') return void rehearsing.delete(stageId);
      rehearsing.add(stageId);
      for (const [peer, watcher] of watching) if (watcher.stageId === stageId && watcher.audience === 'public') watching.delete(peer);
    },
    async tap(stageId, epoch) {
      if (stages.get(stageId)?.epoch !== epoch) throw new Refusal('no-stream', 'not on stage here');
      return { codecs: new Map(), askForKeyframe() {}, close() {} };
    },
    closeStage(stageId) {
      stages.delete(stageId);
      flows.delete(stageId);
      for (const [peer, sent] of sending) if (sent.stageId === stageId) sending.delete(peer);
      for (const [peer, watcher] of watching) if (watcher.stageId === stageId) watching.delete(peer);
    },
    leave(peer) {
      watching.delete(peer);
      const was = stopSending(peer);
      if (was) lost(was.stageId, was.epoch);
    },
    busy: () => sending.size + watching.size > 0,
    counts() {
      const producers = [...sending.values()].reduce((sum, { sources }) => sum + sources.length, 0);
      return {
        workers: up ? 1 : 0,
        routers: stages.size,
        pipes: 0,
        transports: sending.size + watching.size,
        producers,
        consumers: watching.size,
      };
    },
    loads: () => [],
    on(event, listener) {
      listeners[event].add(listener);
    },
    async close() {
      up = false;
    },
    lose,
    setUp(next) {
      if (up && !next) for (const stageId of [...stages.keys()]) lose(stageId);
      if (!next) watching.clear();
      if (!next) sending.clear();
      up = next;
    },
    stageOf: (stageId) => stages.get(stageId) ?? null,
    flowOf: (stageId) => flows.get(stageId) ?? closedFlow,
    choicesOf(stageId) {
      const own = [...watching].filter(([, watcher]) => watcher.stageId === stageId);
      return new Map(own.map(([peer, { quality }]) => [peer, quality]));
    },
    watchersOf(stageId) {
      const own = [...watching].filter(([, watcher]) => watcher.stageId === stageId);
      return new Map(own.map(([peer, { started }]) => [peer, started ? 'started' : 'watching']));
    },
  };
}
