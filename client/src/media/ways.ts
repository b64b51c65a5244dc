import type { IceServer } from '@bedside/shared/rtp.ts';
import type { Publish } from './engine.ts';

const times = {
  /** Milliseconds that ICE and DTLS may take: by UDP and TCP alone, where TURN can be tried next; and by all there is. */
  directMs: 3000,
  connectMs: 10_000,
} as const;

const isTurn = ({ urls }: IceServer) => urls.some((url) => url.startsWith('turn'));

/** By which ways a page's transports go, and for how long they may look for one (rule N1). */
export type Ways = {
  /** Of what the server told for the next transport, what its browser is told. */
  of(iceServers: readonly IceServer[]): IceServer[];
  /** Milliseconds that the transport of the last `of` may take to connect. */
  connectMs(): number;
  /** None was found. True: the next transport has more of them. */
  foundNone(): boolean;
};

/**
 * A browser may take a place on each TURN server that it is told of, which it then keeps while its connection lives, used or not, and
 * shows the server its address: so it is told of them once the direct ways have led nowhere.
 */
export function createWays(): Ways {
  let relayed = false;
  let more = false;
  return {
    of(iceServers) {
      more = !relayed && iceServers.some(isTurn);
      return iceServers.filter((server) => relayed || !isTurn(server));
    },
    connectMs: () => (more ? times.directMs : times.connectMs),
    foundNone() {
      const had = more;
      relayed ||= more;
      more = false;
      return had;
    },
  };
}

/** One by one, as a self-test tries them. */
export const eachWay = ['udp', 'tcp', 'turn'] as const;
export type Way = (typeof eachWay)[number];

/** Whether the server has anything by which to go this way. */
export const offers = ({ transport, iceServers }: Publish, way: Way): boolean =>
  way === 'turn' ? iceServers.some(isTurn) : transport.iceCandidates.some(({ protocol }) => protocol === way);

/** Leaves the browser no other way than this one. */
export function limitedTo(way: Way, published: Publish): Publish {
  const { transport, iceServers } = published;
  if (way === 'turn') return { ...published, iceServers: iceServers.filter(isTurn), iceTransportPolicy: 'relay' };
  const iceCandidates = transport.iceCandidates.filter(({ protocol }) => protocol === way);
  return { ...published, iceServers: [], transport: { ...transport, iceCandidates } };
}
