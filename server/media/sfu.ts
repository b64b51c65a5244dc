import type { NodeId } from '@bedside/shared/ids.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { StageId } from '@bedside/shared/stage-id.ts';
import { mediaLimits } from './codecs.ts';
import type { Media, MediaEvents, StreamNow } from './media.ts';
import { createPeers, dropReceiving, holdsNothing, type Peer } from './peers.ts';
import { openReceiving, type Receiving, transportOptions } from './receiving.ts';
import { noStream, refusing, unavailable } from './refusals.ts';
import { seatInDialect } from './dialect.ts';
import { createEdges } from './edges.ts';
import { createRemotePipes, noRemotePipes, type PipeLink } from './pipes.ts';
import { createRooms, type Flow, type Origin, type Room, type Stage, stageAt } from './rooms.ts';
import { openSending, type Sending } from './sending.ts';
import { openTap, type Tap, type TapEvents } from './tap.ts';
import { createWorkers, type RtcOptions } from './workers.ts';

const nothingFlows: Flow = { camera: false, microphone: false, screen: false };

export type SfuOptions = RtcOptions & {
  /** This node, as the log names it. */
  self: NodeId;
  /** Null where the node runs alone. */
  pipes: PipeLink | null;
};

/** Who closes what is in closures.md. */
export async function createSfu(options: SfuOptions): Promise<Media> {
  const { self } = options;
  const workers = await createWorkers(options);
  const rooms = createRooms(workers);
  const remote = options.pipes ? createRemotePipes(rooms, options.pipes) : noRemotePipes;
  const edges = createEdges({ workers, rooms, self, remote, warn: options.warn ?? (() => {}) });
  const { all: peers, call, takePlace, dropClosed } = createPeers();
  /** What viewers receive through. */
  const publicly = new Set<Receiving>();
  const listeners: { [K in keyof MediaEvents]: Set<MediaEvents[K]> } = { lost: new Set(), ended: new Set(), layers: new Set() };
  const { rtpCapabilities } = workers;

  function tellLost(stageId: StageId, epoch: number): void {
    for (const listener of listeners.lost) listener(stageId, epoch);
  }

  /** Takes a page's sending transport off stage, if it was there; its epoch, or null where the log has a later one anyway. */
  function offStage(sending: Sending): number | null {
    const { room } = sending;
    if (room.stage?.sending !== sending) return null;
    const { epoch } = room.stage;
    room.stage = null;
    rooms.changed(room);
    return room.stream && room.stream.epoch > epoch ? null : epoch;
  }

  function dropSending(peer: Peer, tell: boolean): { stageId: StageId; epoch: number } | null {
    const { sending } = peer;
    if (!sending) return null;
    peer.sending = null;
    const epoch = offStage(sending);
    sending.close();
    if (epoch === null) return null;
    const { stageId } = sending.room;
    if (tell) tellLost(stageId, epoch);
    return { stageId, epoch };
  }

  /** Rule S21. */
  const isHidden = ({ stream }: Room, audience: Audience) => stream?.to === 'staff' && audience === 'public';

  /** Before anything flows that the public must not be sent. */
  function dropPublic(room: Room): void {
    for (const receiving of [...publicly]) if (receiving.room === room) receiving.close();
    dropClosed();
  }

  function requireSending(peer: Peer): Sending {
    requireWorker();
    if (!peer.sending) throw noStream('no sending transport');
    return peer.sending;
  }

  function requireWorker(): void {
    if (workers.up().length === 0) throw unavailable();
  }

  async function openOrigin(stageId: StageId): Promise<{ room: Room; origin: Origin }> {
    const room = rooms.of(stageId);
    return { room, origin: await rooms.openOrigin(room) };
  }

  async function putOnStage(room: Room, sending: Sending, epoch: number): Promise<void> {
    const before = room.stage?.sending;
    room.stage = { sending, epoch };
    if (before && before !== sending) retire(before);
    rooms.changed(room);
    await sending.apply(room.stream?.flow ?? nothingFlows);
  }

  /** Closes what another page, here or on another node, took the stage from: nothing is lost. */
  function retire(sending: Sending): void {
    for (const peer of peers.values()) if (peer.sending === sending) peer.sending = null;
    offStage(sending);
    sending.close();
  }

  /** A doctor who moved to another node goes on sending here for as long as viewers may need to follow. */
  function retireLater(stage: Stage): void {
    setTimeout(() => {
      if (stage.sending.room.stage === stage) retire(stage.sending);
    }, mediaLimits.overlapMs).unref();
  }

  /** As one viewer more of what another node sends. */
  async function tapElsewhere(room: Room, epoch: number, on: TapEvents): Promise<Tap> {
    const { outlet, release } = await edges.seat(room);
    try {
      if (outlet.epoch !== epoch) throw noStream('the stage changed meanwhile');
      return await openTap(outlet.router, outlet.producers, on, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  const takenOver = (stage: Stage, stream: StreamNow) => stream.epoch > stage.epoch && stream.node !== self;

  return {
    async routerRtpCapabilities() {
      return { routerRtpCapabilities: rtpCapabilities };
    },

    watch: (stageId, id, rtpCapabilities, quality = 'automatic', audience = 'public', sources) =>
      call(id, async (peer, wanted) => {
        requireWorker();
        const room = rooms.get(stageId);
        if (!room || isHidden(room, audience)) throw noStream('nothing on stage');
        const seat = await edges.seat(room);
        const { outlet, release } = sources ? await seatInDialect(workers, seat, rtpCapabilities, sources) : seat;
        // It may be closed before it is there.
        let opened: Receiving | null = null;
        const receiving = await openReceiving(
          room,
          outlet,
          { rtpCapabilities, quality, silentMs: sources ? mediaLimits.disconnectedMs : null },
          {
            closing() {
              release();
              if (opened) publicly.delete(opened);
            },
            ended(which) {
              if (peer.left === which) peer.left = null;
              if (peer.receiving !== which) return;
              peer.receiving = null;
              for (const listener of listeners.ended) listener(id);
            },
            layers(which, layers) {
              if (peer.receiving === which) for (const listener of listeners.layers) listener(id, layers);
            },
          },
        );
        opened = receiving;
        if (audience === 'public' && !receiving.transport.closed) publicly.add(receiving);
        if (!wanted() || room.stream?.epoch !== outlet.epoch || isHidden(room, audience)) {
          receiving.close();
          throw noStream('the stage changed meanwhile');
        }
        takePlace(id, peer, receiving);
        return { epoch: outlet.epoch, transport: transportOptions(receiving.transport), consumers: [...receiving.consumers] };
      }),

    start: (id, dtlsParameters) =>
      call(id, async ({ receiving }) => {
        requireWorker();
        if (!receiving) throw noStream('no receiving transport');
        await receiving.start(dtlsParameters);
      }),

    choose: (id, quality) =>
      call(id, async ({ receiving, left }) => {
        requireWorker();
        if (!receiving) throw noStream('no receiving transport');
        // What is left may be closed in the middle of it.
        left?.choose(quality).catch(() => {});
        await receiving.choose(quality);
      }),

    restartIce: (id, direction) =>
      call(id, async (peer) => {
        requireWorker();
        const held = direction === 'send' ? peer.sending : peer.receiving;
        if (!held) throw noStream(`no transport to ${direction}`);
        return await held.transport.restartIce();
      }),

    publish: (stageId, id, connectMs) =>
      call(id, async (peer, wanted) => {
        dropSending(peer, true);
        const sending: Sending = await openSending(
          await openOrigin(stageId),
          () => {
            const epoch = offStage(sending);
            if (peer.sending === sending) peer.sending = null;
            if (epoch !== null) tellLost(stageId, epoch);
          },
          connectMs,
        );
        if (!wanted()) {
          sending.close();
          throw noStream('left meanwhile');
        }
        peer.sending = sending;
        return transportOptions(sending.transport);
      }),

    connect: (id, dtlsParameters) => call(id, (peer) => requireSending(peer).connect(dtlsParameters)),

    produce: (id, source, rtpParameters) => call(id, (peer) => requireSending(peer).produce(source, rtpParameters)),

    produced: (id) => [...(peers.get(id)?.sending?.producers.keys() ?? [])],

    async stage(stageId, id, epoch) {
      try {
        await call(id, async (peer) => {
          const sending = requireSending(peer);
          if (sending.room.stageId !== stageId || sending.producers.size === 0) throw noStream('nothing was produced');
          await putOnStage(sending.room, sending, epoch);
        });
      } catch (error) {
        const stage = rooms.get(stageId)?.stage;
        if (stage?.epoch === epoch) offStage(stage.sending);
        tellLost(stageId, epoch);
        throw error;
      }
    },

    onStage(stageId, epoch) {
      const stage = rooms.get(stageId)?.stage;
      if (stage?.epoch !== epoch) return null;
      for (const [id, { sending }] of peers) if (sending === stage.sending) return id;
      return null;
    },

    unpublish(id) {
      const peer = peers.get(id);
      if (!peer) return null;
      peer.generation += 1;
      return dropSending(peer, false);
    },

    async follow(stageId, stream) {
      const room = stream ? rooms.of(stageId) : rooms.get(stageId);
      if (!room) return;
      room.stream = stream;
      if (isHidden(room, 'public')) dropPublic(room);
      if (stream && room.stage && takenOver(room.stage, stream)) retireLater(room.stage);
      rooms.changed(room);
      rooms.forgetIfEmpty(room);
      const sending = room.stage?.sending;
      try {
        await Promise.all([sending?.apply(stream?.flow ?? nothingFlows), edges.applyFlow(room)]);
      } catch (error) {
        // What is closed does not flow either.
        if (!sending?.transport.closed) throw error;
      }
    },

    tap: (stageId, epoch, on) =>
      refusing(async () => {
        const room = rooms.of(stageId);
        if (room.stream && room.stream.node !== self) return await tapElsewhere(room, epoch, on);
        const stage = await stageAt(room, epoch, mediaLimits.stageWaitMs);
        if (!stage || !room.origin) {
          rooms.forgetIfEmpty(room);
          throw noStream('not on stage here');
        }
        return await openTap(room.origin.router, stage.sending.producers, on);
      }),

    closeStage(stageId) {
      const room = rooms.get(stageId);
      if (!room) return;
      room.stream = null;
      for (const [id, peer] of peers) {
        if (peer.sending && peer.sending.room === room) dropSending(peer, false);
        if ([peer.receiving, peer.left].some((held) => held?.room === room)) dropReceiving(peer);
        if (holdsNothing(peer)) peers.delete(id);
      }
      for (const edge of room.edges) edge.close();
      room.origin?.router.close();
      rooms.changed(room);
      rooms.forgetIfEmpty(room);
    },

    leave(id) {
      const peer = peers.get(id);
      if (!peer) return;
      peers.delete(id);
      peer.generation += 1;
      dropReceiving(peer);
      dropSending(peer, true);
    },

    busy: () => [...peers.values()].some((peer) => !holdsNothing(peer)),
    counts: () => ({ workers: workers.up().length, pipes: remote.count(), ...workers.held() }),
    loads: rooms.loads,

    on(event, listener) {
      listeners[event].add(listener);
    },

    async close() {
      listeners.lost.clear();
      listeners.ended.clear();
      await workers.close();
    },
  };
}
