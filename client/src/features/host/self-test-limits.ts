/** What the self-test takes for good enough, and how long it may take (rule S22). */
export const selfTestLimits = {
  /** Milliseconds for all of it; whatever is not answered by then counts as too late. The ways and the upload take 13 s at worst. */
  wholeMs: 14_500,
  /** Milliseconds for which the camera is looked at, and between two looks. */
  cameraMs: 2000,
  lookMs: 200,
  /** Looks fewer than these say nothing: the page was in the background. */
  looks: 4,
  /**
   * Mean brightness of a picture, 0 to 255. A covered lens gives its sensor's noise, below 12. A face is exposed to about 110;
   * under 40 faces can't be told (an estimate, not a measurement).
   */
  black: 12,
  dark: 40,
  /** Milliseconds for which it waits to hear somebody. */
  microphoneMs: 7000,
  /** Milliseconds that one way may take to connect: 3 are tried in turn. ICE and DTLS take six round trips, 1.8 s at 300 ms. */
  wayMs: 2500,
  /** Milliseconds for which the upload is measured, and after which it may end early, where it is good. */
  uploadMs: 4500,
  uploadGoodMs: 3000,
  readMs: 500,
  /**
   * Bits per second for a sharp picture: sound and the two smaller layers (engine.ts: 650 kbit/s), and 800 for the full one, which
   * Chromium begins to send at 600 (libwebrtc's video/config/simulcast.cc, 1280x720).
   */
  sharpBps: 1_500_000,
  /** For the smallest layer (150 kbit/s) with sound (Opus, about 40) and 15% for headers. */
  smallestBps: 220_000,
  /** Parts of all packets: below 2% a sender raises its rate, above 10% it lowers it (draft-ietf-rmcat-gcc-02 section 6). */
  lossy: 0.02,
  veryLossy: 0.1,
  /** Milliseconds there and back: 150 one way is good for a conversation (ITU-T G.114). */
  distantMs: 300,
} as const;
