import type { TrackSource } from '@bedside/shared/commands.ts';
import type { StageId } from '@bedside/shared/stage-id.ts';
import type { types } from 'mediasoup';
import { mediaLimits } from './codecs.ts';
import type { Edge } from './edges.ts';
import type { StreamNow } from './media.ts';
import { placeIngest, type WorkerLoad } from './placement.ts';
import { unavailable } from './refusals.ts';
import type { Sending } from './sending.ts';
import type { Workers, WorkerSlot } from './workers.ts';

export type Flow = Readonly<Record<TrackSource, boolean>>;

/** What viewers of a session watch, where its doctor sends to this node: one page's producers, under the log's epoch. */
export type Stage = { sending: Sending; epoch: number };

/** The doctor's router. Gone with its worker, or when nobody used it for a while. */
export type Origin = { slot: WorkerSlot; router: types.Router };

/** One session on this node. */
export type Room = {
  readonly stageId: StageId;
  stream: StreamNow | null;
  origin: Origin | null;
  stage: Stage | null;
  readonly edges: Set<Edge>;
  /** Called once at the next change of `stage` or `stream`. */
  readonly waiting: Set<() => void>;
};

export type Rooms = {
  get(stageId: StageId): Room | null;
  /** Makes an empty one where there is none. */
  of(stageId: StageId): Room;
  all(): Iterable<Room>;
  /** The doctor's router, made where there is none. Rejects with `media-unavailable`. */
  openOrigin(room: Room): Promise<Origin>;
  /** What each worker that is up carries. */
  loads(): WorkerLoad[];
  /** Counts a viewer, or an end of one, on a worker. */
  countViewer(index: number, by: 1 | -1): void;
  /** Lets go of a room that holds nothing. */
  forgetIfEmpty(room: Room): void;
  /** Tells who waits for a change of the room. */
  changed(room: Room): void;
};

export function createRooms(workers: Workers): Rooms {
  const rooms = new Map<StageId, Room>();
  const opening = new Map<Room, Promise<Origin>>();
  const viewers = new Map<number, number>();

  function loads(): WorkerLoad[] {
    const ingests = new Map<number, number>();
    for (const { origin } of rooms.values()) if (origin) ingests.set(origin.slot.index, (ingests.get(origin.slot.index) ?? 0) + 1);
    return workers.up().map(({ index }) => ({ index, viewers: viewers.get(index) ?? 0, ingests: ingests.get(index) ?? 0 }));
  }

  async function makeOrigin(room: Room): Promise<Origin> {
    const index = placeIngest(loads());
    const slot = workers.up().find((worker) => worker.index === index);
    if (!slot) throw unavailable();
    const router = await workers.openRouter(slot);
    const origin = { slot, router };
    closeWhenIdle(router);
    router.observer.once('close', () => {
      if (room.origin === origin) room.origin = null;
      forgetIfEmpty(room);
    });
    room.origin = origin;
    return origin;
  }

  function forgetIfEmpty(room: Room): void {
    if (room.stream || room.origin || room.edges.size > 0 || opening.has(room) || room.waiting.size > 0) return;
    if (rooms.get(room.stageId) === room) rooms.delete(room.stageId);
  }

  return {
    get: (stageId) => rooms.get(stageId) ?? null,
    of(stageId) {
      const known = rooms.get(stageId);
      if (known) return known;
      const room: Room = { stageId, stream: null, origin: null, stage: null, edges: new Set(), waiting: new Set() };
      rooms.set(stageId, room);
      return room;
    },
    all: () => rooms.values(),
    openOrigin(room) {
      if (room.origin) return Promise.resolve(room.origin);
      const known = opening.get(room);
      if (known) return known;
      const making = makeOrigin(room).finally(() => {
        opening.delete(room);
        forgetIfEmpty(room);
      });
      opening.set(room, making);
      return making;
    },
    loads,
    countViewer: (index, by) => void viewers.set(index, (viewers.get(index) ?? 0) + by),
    forgetIfEmpty,
    changed(room) {
      for (const look of [...room.waiting]) look();
    },
  };
}

/** A router costs little, but a server that runs for months sees many sessions. */
function closeWhenIdle(router: types.Router): void {
  let open = 0;
  const sleep = () => setTimeout(() => router.close(), mediaLimits.idleRouterMs).unref();
  let timer = sleep();
  router.observer.on('newtransport', (transport) => {
    clearTimeout(timer);
    open += 1;
    transport.observer.once('close', () => {
      open -= 1;
      if (open > 0 || router.closed) return;
      clearTimeout(timer);
      timer = sleep();
    });
  });
  router.observer.once('close', () => clearTimeout(timer));
}

/** The stage at this epoch, once it is there; null where it does not come within `ms`, or a later one comes. */
export async function stageAt(room: Room, epoch: number, ms: number): Promise<Stage | null> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settled = () => (room.stage !== null && room.stage.epoch >= epoch) || room.stream === null || room.stream.epoch > epoch;
  const look = () => {
    if (settled()) resolve();
  };
  room.waiting.add(look);
  const timer = setTimeout(resolve, ms);
  look();
  await promise;
  clearTimeout(timer);
  room.waiting.delete(look);
  return room.stage?.epoch === epoch ? room.stage : null;
}
