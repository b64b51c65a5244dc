import type { Look } from './self-test.ts';

/** Looks at a camera's picture, small, apart from what the page shows of it. */
export type Watching = {
  /** Null while there is nothing to see: before the first frame, and where the page is in the background. */
  look(): Look | null;
  stop(): void;
};

export function lookAtCamera(track: MediaStreamTrack): Watching {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  video.play().catch(() => {});
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 36;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let before: Uint8ClampedArray | null = null;
  return {
    look() {
      if (!context || document.visibilityState !== 'visible' || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
      context.drawImage(video, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      const same = before !== null && data.every((value, place) => value === before?.[place]);
      before = data;
      return { brightness: brightnessOf(data), same };
    },
    stop() {
      video.srcObject = null;
    },
  };
}

/** Of pixels as a canvas gives them, red, green, blue, alpha; weighed as in ITU-R BT.709. */
function brightnessOf(pixels: Uint8ClampedArray): number {
  const weights = [0.2126, 0.7152, 0.0722, 0];
  return pixels.reduce((sum, value, place) => sum + value * (weights[place % 4] ?? 0), 0) / (pixels.length / 4);
}
