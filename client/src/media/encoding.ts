import type { TrackSource } from '@bedside/shared/commands.ts';
import type { types } from 'mediasoup-client';

/** What a browser can send, of what the server routes. */
export type Capabilities = {
  codecs: readonly types.RtpCodecCapability[];
  /** Of the browser, for what it does not tell in any other way. */
  userAgent: string;
};

export type Encoding = { codec: types.RtpCodecCapability; encodings: types.RtpEncodingParameters[] };

type Picture = Exclude<TrackSource, 'microphone'>;
type Layer = types.RtpEncodingParameters & { scaleResolutionDownBy: number };

/** Quarter, half and full size of 1280x720; bits per second from Chromium's own simulcast table, rounded. */
const cameraLayers: readonly Layer[] = [
  { scaleResolutionDownBy: 4, maxBitrate: 150_000 },
  { scaleResolutionDownBy: 2, maxBitrate: 500_000 },
  { scaleResolutionDownBy: 1, maxBitrate: 1_700_000 },
];

/** Half and full size of a screen of up to 1920x1080: text has to be read, and seldom moves. A quarter could not be read. */
const screenLayers: readonly Layer[] = [
  { scaleResolutionDownBy: 2, maxBitrate: 600_000, maxFramerate: 10 },
  { scaleResolutionDownBy: 1, maxBitrate: 2_500_000, maxFramerate: 15 },
];

const layersOf = { camera: cameraLayers, screen: screenLayers };
/** Frames that can be left out, in three and two steps (https://www.w3.org/TR/webrtc-svc/#scalabilitymodes). */
const vp8Modes = { camera: 'L1T3', screen: 'L1T2' };

/**
 * VP8 in layers where the browser encodes it: every viewer's decodes it (RFC 7742 section 5). Else H264 in layers, without frames to
 * leave out, which few encoders in hardware do; else in one. Null where it has neither.
 */
export function encodingFor({ codecs, userAgent }: Capabilities, source: Picture): Encoding | null {
  const find = (name: string) => codecs.find(({ mimeType }) => mimeType.toLowerCase() === name);
  const vp8 = find('video/vp8');
  if (vp8) return { codec: vp8, encodings: layersOf[source].map((layer) => ({ ...layer, scalabilityMode: vp8Modes[source] })) };
  const h264 = find('video/h264');
  if (!h264) return null;
  // The last one is of full size.
  const layers = sendsH264InLayers(userAgent) ? layersOf[source] : layersOf[source].slice(-1);
  return { codec: h264, encodings: layers.map((layer) => ({ ...layer, scalabilityMode: 'L1T1' })) };
}

/** Firefox before 136 takes the layers, and sends one of them at a wrong size (https://bugzilla.mozilla.org/show_bug.cgi?id=1210175). */
function sendsH264InLayers(userAgent: string): boolean {
  const version = /Firefox\/(\d+)/.exec(userAgent)?.[1];
  return version === undefined || Number(version) >= 136;
}
