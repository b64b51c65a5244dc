import type { Channel, Layout } from '@bedside/shared/commands.ts';
import type { Ack } from '@bedside/shared/errors.ts';
import type { CallInput, CallName, CallResult, Layers } from '@bedside/shared/rpc.ts';
import type { RtpCapabilities } from '@bedside/shared/rtp.ts';
import type { Phase, StreamView } from '@bedside/shared/view.ts';

export type MediaCallName = Extract<CallName, `media:${string}`>;

export type MediaLinkState = {
  /** The socket is connected and the session joined: calls reach the server. */
  connected: boolean;
  /** Grows each time the server may know nothing of the page's transports any more: they are to be verified. */
  moves: number;
  /** Of the link's channel; null before the first view. */
  stream: StreamView | null;
  phase: Phase | null;
  /** What is on stage flows to staff and presenter, whatever the phase. */
  rehearsing: boolean;
  /** What is shown while a screen is on. */
  layout: Layout | null;
  /** What the server can route; null while it has no media layer. */
  routerRtpCapabilities: RtpCapabilities | null;
  /** Of the picture that is shown large, as the server told last; null before it did. */
  layers: Layers | null;
};

/** All that the media logic needs of the network; src/net implements it, tests fake it. */
export type MediaLink = {
  /** What is watched over it, and followed; absent: the doctor's own stream. Where a page sends, its role says (rule T2). */
  channel?: Channel;
  /** Never rejects: offline, too slow or refused is an answer with `ok: false`. */
  call<N extends MediaCallName>(name: N, input: CallInput<N>): Promise<Ack<CallResult<N>>>;
  /** Told after `state()` changed; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** The same object until something in it changes. */
  state(): MediaLinkState;
};
