import type { ErrorCode } from '@bedside/shared/errors.ts';
import type { DeviceProblem, DeviceSource } from '../../media/devices.ts';
import type { PublishProblem } from '../../media/publisher.ts';
import type { GoLiveFailure } from './go-live.ts';

/** Keys of host.json's `media`. */
export type MediaWords = DeviceProblem | 'unsupported' | 'unavailable';

type Devices = {
  problems: Readonly<Record<DeviceSource, DeviceProblem | null>>;
  tracks: Readonly<Record<DeviceSource, unknown>>;
};

/** The one problem to explain; `blocking` when going live must wait for it: without a picture one can, without sound not. */
export function problemToExplain({
  problems,
  tracks,
}: Devices): { words: DeviceProblem; source: DeviceSource | 'both'; blocking: boolean } | null {
  const { camera, microphone } = problems;
  if (microphone !== null) {
    const source = camera === null ? 'microphone' : 'both';
    return { words: microphone, source, blocking: tracks.microphone === null };
  }
  return camera === null ? null : { words: camera, source: 'camera', blocking: false };
}

/** Words for a failed attempt to go live: of host.json's `media`, or else of the common error codes. */
export function wordsOf(failure: GoLiveFailure<PublishProblem>): { media: MediaWords } | { error: ErrorCode } | null {
  if (failure.at === 'command') return { error: failure.code };
  switch (failure.code) {
    case 'stopped':
      return null;
    case 'no-devices':
      return { media: 'not-found' };
    case 'unsupported-browser':
      return { media: 'unsupported' };
    case 'unavailable':
    case 'media-unavailable':
    case 'internal':
      return { media: 'unavailable' };
    default:
      return { error: failure.code };
  }
}
