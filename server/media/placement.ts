/**
 * Which worker carries whom. Pure: the same topology gives the same answer, and nobody who is placed is ever moved, so
 * that load which wavers about a limit moves nothing to and fro.
 */

/** One worker that is up: what it carries, over all sessions. */
export type WorkerLoad = {
  index: number;
  /** Viewers whose transports it holds. */
  viewers: number;
  /** Doctors who send to it. */
  ingests: number;
};

/** What a session has on this node, of the epoch that is on stage. */
export type SessionLoad = {
  /** Worker that the doctor sends to; null where the stage is on another node. */
  origin: number | null;
  /** Workers with an edge of the session. */
  edges: readonly number[];
};

type Ordering = (a: WorkerLoad, b: WorkerLoad) => number;

const byViewers: Ordering = (a, b) => a.viewers - b.viewers || a.ingests - b.ingests || a.index - b.index;
const byIngests: Ordering = (a, b) => a.ingests - b.ingests || a.viewers - b.viewers || a.index - b.index;

const least = (workers: readonly WorkerLoad[], ordering: Ordering): number | null => workers.toSorted(ordering)[0]?.index ?? null;

/**
 * The worker that a doctor sends to, null while none is up. Losing packets there means losing them for everybody, so it
 * is one without viewers where there is one.
 */
export function placeIngest(workers: readonly WorkerLoad[]): number | null {
  const quiet = workers.filter(({ viewers }) => viewers === 0);
  return quiet.length > 0 ? least(quiet, byIngests) : least(workers, byViewers);
}

/**
 * The worker that carries one more viewer of a session, null while none is up. In this order: an edge that is there and
 * has room, another worker with room, the doctor's own worker with room, and where all are full the least loaded.
 * `capacity` is in viewers per worker.
 */
export function placeViewer(workers: readonly WorkerLoad[], session: SessionLoad, capacity: number): number | null {
  // Viewers stay away from what doctors send, while there is anywhere else to go.
  const apart = workers.filter(({ index }) => index !== session.origin);
  const others = apart.some(({ ingests }) => ingests === 0) ? apart.filter(({ ingests }) => ingests === 0) : apart;
  const room = ({ viewers }: WorkerLoad) => viewers < capacity;
  const choices = [
    apart.filter((worker) => room(worker) && session.edges.includes(worker.index)),
    others.filter(room),
    apart.filter(room),
    workers.filter(room),
    others,
    workers,
  ];
  return least(choices.find((choice) => choice.length > 0) ?? [], byViewers);
}

/**
 * The worker whose router feeds a new edge of the session on `worker`: the doctor's, else the edge that another node
 * feeds (`entry`), so that a session crosses to a node once. Null: the other node feeds this one, which becomes `entry`.
 */
export function placeFeed(session: { origin: number | null; entry: number | null }, worker: number): number | null {
  const feed = session.origin ?? session.entry;
  return feed === worker ? null : feed;
}
