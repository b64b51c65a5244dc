import type { TrackSource } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { types } from 'mediasoup';
import { mediaCodecs, mediaLimits } from './codecs.ts';
import { unavailable } from './refusals.ts';
import type { Sending } from './sending.ts';
import type { Workers } from './workers.ts';

export type Flow = Readonly<Record<TrackSource, boolean>>;

/** What viewers of a session watch: one page's producers, under the log's epoch. */
export type Stage = { sending: Sending; epoch: number };

/** A session's router and what is on its stage. Gone with its worker, or when nobody used it for a while. */
export type Room = { sessionId: SessionId; router: types.Router; webRtcServer: types.WebRtcServer; stage: Stage | null };

export type Rooms = {
  get(sessionId: SessionId): Room | null;
  /** Makes the room where there is none. Rejects with `media-unavailable`. */
  open(sessionId: SessionId): Promise<Room>;
  close(sessionId: SessionId): void;
  counts(): { routers: number; transports: number; producers: number; consumers: number };
};

export function createRooms(workers: Workers): Rooms {
  const rooms = new Map<SessionId, Promise<Room>>();
  const opened = new Map<SessionId, Room>();
  let transports = 0;
  let producers = 0;
  let consumers = 0;

  async function make(sessionId: SessionId): Promise<Room> {
    const slot = workers.pick();
    if (!slot) throw unavailable();
    const router = await slot.worker.createRouter({ mediaCodecs });
    const room: Room = { sessionId, router, webRtcServer: slot.webRtcServer, stage: null };
    const forget = () => {
      if (opened.get(sessionId) !== room) return;
      opened.delete(sessionId);
      rooms.delete(sessionId);
    };
    closeWhenIdle(router);
    count(router);
    router.observer.once('close', forget);
    opened.set(sessionId, room);
    return room;
  }

  function count(router: types.Router): void {
    router.observer.on('newtransport', (transport) => {
      transports += 1;
      transport.observer.once('close', () => (transports -= 1));
      transport.observer.on('newproducer', (producer) => {
        producers += 1;
        producer.observer.once('close', () => (producers -= 1));
      });
      transport.observer.on('newconsumer', (consumer) => {
        consumers += 1;
        consumer.observer.once('close', () => (consumers -= 1));
      });
    });
  }

  return {
    get: (sessionId) => opened.get(sessionId) ?? null,
    open(sessionId) {
      const known = rooms.get(sessionId);
      if (known) return known;
      const making = make(sessionId);
      rooms.set(sessionId, making);
      making.catch(() => {
        if (rooms.get(sessionId) === making) rooms.delete(sessionId);
      });
      return making;
    },
    close(sessionId) {
      const making = rooms.get(sessionId);
      rooms.delete(sessionId);
      opened.delete(sessionId);
      making?.then(
        ({ router }) => router.close(),
        () => {},
      );
    },
    counts: () => ({ routers: opened.size, transports, producers, consumers }),
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
