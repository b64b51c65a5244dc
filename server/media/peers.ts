import { mediaLimits } from './codecs.ts';
import type { PeerId } from './media.ts';
import type { Receiving } from './receiving.ts';
import { noStream, refusing } from './refusals.ts';
import type { Sending } from './sending.ts';
import { createTurns, type Turns } from './turns.ts';

export type Peer = {
  inTurn: Turns;
  sending: Sending | null;
  receiving: Receiving | null;
  /** What it received through before, for a moment beside the next (rule S9). */
  left: Receiving | null;
  /** Grows when what was asked for before is no longer wanted: it left, or took its stream back. */
  generation: number;
};

export const holdsNothing = ({ sending, receiving, left }: Peer): boolean => !sending && !receiving && !left;

/** Lets go of what it receives through. */
export function dropReceiving(peer: Peer): void {
  peer.left?.close();
  peer.receiving?.close();
  peer.left = null;
  peer.receiving = null;
}

/** The peers of this process: what each holds, and their calls, one after the other. */
export function createPeers() {
  const peers = new Map<PeerId, Peer>();

  function peerOf(id: PeerId): Peer {
    const known = peers.get(id);
    if (known) return known;
    const peer: Peer = { inTurn: createTurns(mediaLimits.peerQueue), sending: null, receiving: null, left: null, generation: 0 };
    peers.set(id, peer);
    return peer;
  }

  /**
   * Runs one call of a peer after its earlier ones; `wanted` says whether the peer still stands by it. A peer that
   * holds nothing afterwards is forgotten.
   */
  async function call<T>(id: PeerId, work: (peer: Peer, wanted: () => boolean) => Promise<T>): Promise<T> {
    const peer = peerOf(id);
    const { generation } = peer;
    const wanted = () => peer.generation === generation;
    try {
      return await peer.inTurn(() =>
        refusing(async () => {
          if (!wanted()) throw noStream('left meanwhile');
          return await work(peer, wanted);
        }),
      );
    } finally {
      forgetIfEmpty(id, peer);
    }
  }

  function forgetIfEmpty(id: PeerId, peer: Peer): void {
    if (peers.get(id) === peer && holdsNothing(peer) && peer.inTurn.waiting() === 0) peers.delete(id);
  }

  /** Takes the place of what the page received through before, which goes on for a moment; of two before, one. */
  function takePlace(id: PeerId, peer: Peer, receiving: Receiving): void {
    peer.left?.close();
    const left = peer.receiving;
    peer.left = left;
    peer.receiving = receiving;
    if (!left) return;
    setTimeout(() => {
      left.close();
      if (peer.left === left) peer.left = null;
      forgetIfEmpty(id, peer);
    }, mediaLimits.overlapMs).unref();
  }

  return {
    all: peers,
    call,
    takePlace,
    /** Forgets that they receive through what is closed. */
    dropClosed(): void {
      for (const peer of peers.values()) {
        if (peer.receiving?.transport.closed) peer.receiving = null;
        if (peer.left?.transport.closed) peer.left = null;
      }
    },
  };
}
