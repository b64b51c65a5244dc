import type { types } from 'mediasoup';

/**
 * What every router routes, in order of preference. Opus (RFC 7587) with in-band FEC, and DTX so that silence costs
 * nothing. VP8 first: every browser encodes it in three simulcast layers. H264 constrained baseline (RFC 6184) is
 * for senders and phones that have it in hardware alone.
 */
export const mediaCodecs: types.RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2, parameters: { useinbandfec: 1, usedtx: 1 } },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  {
    kind: 'video',
    mimeType: 'video/H264',
    clockRate: 90_000,
    parameters: { 'packetization-mode': 1, 'profile-level-id': '42e01f', 'level-asymmetry-allowed': 1 },
  },
];

export const mediaLimits = {
  /** Bits per second that a doctor's transport may send: a camera's layers (2.4 Mbit/s), a screen's (3.1), Opus, retransmissions. */
  maxIncomingBitrate: 8_000_000,
  /** Bits per second a viewer is believed to have until measured: enough for the middle layer at once. */
  initialOutgoingBitrate: 1_000_000,
  /** Milliseconds between two keyframe requests to one camera, however many viewers join. */
  keyFrameRequestDelayMs: 500,
  /**
   * Seconds without a STUN check after which a doctor counts as disconnected. Chromium checks every 2.5 s, Firefox
   * every 4 to 6 s (RFC 7675 section 5.1).
   */
  sendIceConsentS: 10,
  /** The same for a viewer, who costs nothing while disconnected. */
  recvIceConsentS: 30,
  /**
   * Milliseconds that a viewer's new transport has to connect. A page starts it with its next call; a phone that loses
   * packets needs a few rounds of DTLS, which doubles its 1 s timer each time (RFC 6347 section 4.2.4.1).
   */
  connectMs: 20_000,
  /** Milliseconds that a disconnected doctor has to come back by an ICE restart before the stage is lost. */
  disconnectedMs: 5_000,
  /** Milliseconds after which a doctor's router without transports is closed. */
  idleRouterMs: 30_000,
  /** Milliseconds after which an edge that nobody watches is closed, its pipe with it. */
  idleEdgeMs: 10_000,
  /**
   * Viewers that a worker takes before another is asked. Measured on one core: 440 of 720p at 1.5 Mbit/s to bots, about half
   * of that to browsers, which send more feedback.
   */
  viewersPerWorker: 200,
  /**
   * Milliseconds for which what a page sent or received through goes on beside what takes its place, unless the page
   * closes it: a browser shows the next picture once its first frame is there, at the latest 3 s after it has connected.
   */
  overlapMs: 5000,
  /** Milliseconds that a viewer waits for a stage which the log has and this process not yet. */
  stageWaitMs: 2000,
  /** Milliseconds between an edge's losing what it shows and its being given up: mostly the log then says something newer. */
  brokenEdgeMs: 500,
  /** Milliseconds between two looks at whether what another node sends still arrives. */
  pipeCheckMs: 3000,
  /** How many looks in a row must fail until a pipe is given up for another. */
  pipeChecks: 2,
  /** Milliseconds after which a pipe is closed that the other node has not asked after. */
  pipeUnaskedMs: 15_000,
  /** Calls of one peer that may wait for each other. */
  peerQueue: 8,
} as const;
