import type { TrackSource } from '@bedside/shared/commands.ts';

/** What of the doctor's tracks comes from a device of its own. */
export const deviceSources = ['camera', 'microphone'] as const satisfies readonly TrackSource[];
export type DeviceSource = (typeof deviceSources)[number];

/** Why a camera or microphone can't be used; the words are the page's. */
export type DeviceProblem =
  /** The person or a policy said no. */
  | 'denied'
  | 'not-found'
  /** Another program holds it, or the system failed to start it. */
  | 'in-use'
  /** No HTTPS and not localhost: browsers then have no `navigator.mediaDevices` at all. */
  | 'insecure'
  | 'unknown';

export type DeviceChoice = { id: string; label: string };
export type DeviceLists = Record<DeviceSource, readonly DeviceChoice[]>;

/** What the browser gives; faked in tests. */
export type DeviceApi = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

/** Undefined where the page was not loaded securely. */
export function browserDevices(): DeviceApi | undefined {
  // Typed as always there; it is not without HTTPS.
  const { mediaDevices }: { mediaDevices?: MediaDevices } = navigator;
  return mediaDevices;
}

/** https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia names the exceptions. */
export function problemOf(error: unknown): DeviceProblem {
  if (!(error instanceof Error)) return 'unknown';
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'not-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'unknown';
  }
}

/** What the browser does to the microphone's sound. */
export const processings = ['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const;
export type Processing = Record<(typeof processings)[number], boolean>;
export const fullProcessing: Processing = { noiseSuppression: true, echoCancellation: true, autoGainControl: true };

/**
 * The device that was chosen if it is still there, any other if not. `blur` asks for what is behind somebody to be blurred, from the first
 * frame on; a browser that can't leaves it out.
 */
export function constraintsOf(source: DeviceSource, deviceId: string | null, processing: Processing, blur = false): MediaStreamConstraints {
  const device = deviceId === null ? {} : { deviceId: { exact: deviceId } };
  if (source === 'microphone') return { audio: { ...device, ...processing, channelCount: 1 } };
  return { video: { ...device, ...cameraConstraints, ...(blur && { backgroundBlur: true }) } };
}

const cameraConstraints = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };

/** Whether this camera's picture is blurred behind people; null where the page can't switch that (most browsers, and most cameras). */
export function blurOf(track: MediaStreamTrack): boolean | null {
  // Not every browser has it (Firefox before 132).
  const { backgroundBlur = [] } = track.getCapabilities?.() ?? {};
  return backgroundBlur.length > 1 ? track.getSettings().backgroundBlur === true : null;
}

/** Rejects where the camera can't. */
export const applyBlur = (track: MediaStreamTrack, blur: boolean): Promise<void> =>
  // What is left out would no longer hold.
  track.applyConstraints({ ...cameraConstraints, backgroundBlur: blur });

/** Labels are empty until a permission was given. */
export async function listDevices(api: DeviceApi): Promise<DeviceLists> {
  const all = await api.enumerateDevices();
  const of = (kind: MediaDeviceKind) =>
    all.filter((device) => device.kind === kind && device.deviceId !== '').map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { camera: of('videoinput'), microphone: of('audioinput') };
}
