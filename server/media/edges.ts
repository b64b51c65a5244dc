import type { TrackSource } from '@bedside/shared/commands.ts';
import { Refusal } from '@bedside/shared/errors.ts';
import type { NodeId } from '@bedside/shared/ids.ts';
import type { types } from 'mediasoup';
import { mediaLimits } from './codecs.ts';
import type { StreamNow } from './media.ts';
import { type Feed, feedFrom, type RemotePipes } from './pipes.ts';
import { placeFeed, placeViewer } from './placement.ts';
import { noStream, unavailable } from './refusals.ts';
import { type Room, type Rooms, stageAt } from './rooms.ts';
import type { Workers, WorkerSlot } from './workers.ts';

/** Where viewers on one worker get a session's stage at one epoch. */
export type Outlet = {
  slot: WorkerSlot;
  router: types.Router;
  epoch: number;
  producers: ReadonlyMap<TrackSource, types.Producer>;
};

/** A viewer's place on an outlet, counted from the moment it is given; `release` gives it back, once. */
export type Seat = { outlet: Outlet; release(): void };

/** An outlet while it opens and after: how many viewers and other edges it feeds. */
export type Edge = {
  readonly index: number;
  readonly epoch: number;
  readonly opening: Promise<Outlet>;
  /** Fed by another node. */
  readonly entry: boolean;
  feed: Feed | null;
  users: number;
  close(): void;
};

/** Fills and empties the edges of rooms. Everything rejects with `Refusal`. */
export function createEdges(options: {
  workers: Workers;
  rooms: Rooms;
  self: NodeId;
  remote: RemotePipes;
  /** Told in one line of what an operator should know. */
  warn: (message: string) => void;
}) {
  const { workers, rooms, self, remote, warn } = options;

  const edgesAt = (room: Room, epoch: number) => [...room.edges].filter((edge) => edge.epoch === epoch);

  /** Where a new edge gets its tracks, and what it must give back when it closes. */
  async function openFeed(room: Room, edge: Edge, stream: StreamNow, router: types.Router): Promise<{ feed: Feed; release: () => void }> {
    if (edge.entry) {
      if (stream.node === null) throw noStream('nothing on stage');
      return {
        feed: await remote.open(router, { stageId: room.stageId, epoch: stream.epoch, node: stream.node, flow: stream.flow }, edge.close),
        release() {},
      };
    }
    const origin = originOf(room, stream);
    const from = placeFeed({ origin, entry: entryOf(room, edge.epoch)?.index ?? null }, edge.index);
    if (origin !== null) {
      const stage = await stageAt(room, edge.epoch, mediaLimits.stageWaitMs);
      if (!stage || !room.origin) throw noStream('nothing on stage');
      return { feed: await feedFrom(room.origin.router, stage.sending.producers, router), release() {} };
    }
    const feeding = edgesAt(room, edge.epoch).find(({ index }) => index === from);
    if (!feeding) throw noStream('the stage changed meanwhile');
    const release = use(room, feeding);
    try {
      const outlet = await feeding.opening;
      return { feed: await feedFrom(outlet.router, outlet.producers, router), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The worker that the doctor sends to, where it is one of this node. */
  const originOf = (room: Room, stream: StreamNow) => (stream.node === self ? (room.origin?.slot.index ?? null) : null);

  const entryOf = (room: Room, epoch: number) => edgesAt(room, epoch).find(({ entry }) => entry) ?? null;

  function openEdge(room: Room, stream: StreamNow, slot: WorkerSlot): Edge {
    const { epoch } = stream;
    const here = stream.node === self;
    const own = here && room.origin?.slot === slot;
    const { promise: opening, resolve, reject } = Promise.withResolvers<Outlet>();
    // Whoever asks hears of it too.
    opening.catch(() => {});
    let closed = false;
    let end = () => {};
    const edge: Edge = {
      index: slot.index,
      epoch,
      opening,
      entry: !here && entryOf(room, epoch) === null,
      feed: null,
      users: 0,
      close() {
        if (closed) return;
        closed = true;
        room.edges.delete(edge);
        end();
        rooms.forgetIfEmpty(room);
      },
    };
    room.edges.add(edge);

    async function openOwn(): Promise<Outlet> {
      const stage = await stageAt(room, epoch, mediaLimits.stageWaitMs);
      if (!stage || !room.origin) throw noStream('nothing on stage');
      const { router } = room.origin;
      router.observer.once('close', edge.close);
      return { slot, router, epoch, producers: stage.sending.producers };
    }

    async function openPiped(): Promise<Outlet> {
      const router = await workers.openRouter(slot);
      router.observer.once('close', edge.close);
      end = () => router.close();
      if (closed) {
        end();
        throw noStream('closed meanwhile');
      }
      const { feed, release } = await openFeed(room, edge, stream, router).catch((error: unknown) => {
        edge.close();
        throw error;
      });
      end = () => {
        router.close();
        feed.close();
        release();
      };
      edge.feed = feed;
      // It may have changed while the pipe was opened, and nobody could be told.
      if (edge.entry && room.stream?.epoch === epoch) await feed.apply(room.stream.flow);
      for (const producer of feed.producers.values()) producer.observer.once('close', () => giveUpLater(room, edge));
      if (closed || router.closed) {
        end();
        throw noStream('closed meanwhile');
      }
      return { slot, router, epoch, producers: feed.producers };
    }

    (own ? openOwn() : openPiped()).then(resolve, (error: unknown) => {
      edge.close();
      if (error instanceof Refusal) return reject(error);
      // No fault of the page that asked, nor anything that it should read.
      warn(`Video could not be led to a worker (${error instanceof Error ? error.name : 'unknown'}); are PIPE_PORTS used up?`);
      reject(unavailable());
    });
    return edge;
  }

  /** What feeds an edge is gone. Where the log goes on as if it were there, its viewers are better off with another. */
  function giveUpLater(room: Room, edge: Edge): void {
    setTimeout(() => {
      if (room.edges.has(edge) && room.stream?.epoch === edge.epoch) edge.close();
    }, mediaLimits.brokenEdgeMs).unref();
  }

  /** Counts one more user of an edge; it carries nothing without any, and is closed after a while. */
  function use(room: Room, edge: Edge): () => void {
    edge.users += 1;
    if (edge.users === 1) edge.feed?.use(true);
    let used = true;
    return () => {
      if (!used) return;
      used = false;
      edge.users -= 1;
      if (edge.users > 0 || !room.edges.has(edge)) return;
      edge.feed?.use(false);
      setTimeout(() => {
        if (edge.users === 0) edge.close();
      }, mediaLimits.idleEdgeMs).unref();
    };
  }

  return {
    /** A place for one more viewer of what the log says is on stage. */
    async seat(room: Room): Promise<Seat> {
      const { stream } = room;
      if (!stream) throw noStream('nothing on stage');
      // Gone, and the log does not say so yet.
      if (stream.node === self && !room.origin) throw noStream('nothing on stage');
      const edges = edgesAt(room, stream.epoch);
      const origin = originOf(room, stream);
      const index = placeViewer(rooms.loads(), { origin, edges: edges.map((edge) => edge.index) }, mediaLimits.viewersPerWorker);
      const slot = workers.up().find((worker) => worker.index === index);
      if (!slot) throw unavailable();
      const edge = edges.find((candidate) => candidate.index === index) ?? openEdge(room, stream, slot);
      const leave = use(room, edge);
      rooms.countViewer(slot.index, 1);
      let seated = true;
      const release = () => {
        if (!seated) return;
        seated = false;
        rooms.countViewer(slot.index, -1);
        leave();
      };
      try {
        return { outlet: await edge.opening, release };
      } catch (error) {
        release();
        throw error;
      }
    },
    /** Lets flow what the log says on what other nodes feed; what is fed from here follows its producers. */
    async applyFlow(room: Room): Promise<void> {
      const { stream } = room;
      if (!stream) return;
      const fed = [...room.edges].flatMap(({ entry, epoch, feed }) => (entry && epoch === stream.epoch && feed ? [feed] : []));
      await Promise.all(fed.map((feed) => feed.apply(stream.flow)));
    },
  };
}
