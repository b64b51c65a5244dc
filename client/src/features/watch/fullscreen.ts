import { useSyncExternalStore } from 'react';

// iPhones know full screen for videos alone, under Apple's own name.
type AppleVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Shows the stage full screen, or leaves it when it is. */
export async function enterFullscreen(stage: HTMLElement | null, video: AppleVideo | null): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if (stage && document.fullscreenEnabled) await stage.requestFullscreen();
    else video?.webkitEnterFullscreen?.();
  } catch {
    // Refused by the browser: the picture stays where it is.
  }
}

export async function leaveFullscreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {});
}

/** Whether something fills the screen. */
export function useFullscreen(): boolean {
  return useSyncExternalStore(
    (listener) => {
      document.addEventListener('fullscreenchange', listener);
      return () => document.removeEventListener('fullscreenchange', listener);
    },
    () => document.fullscreenElement !== null,
  );
}
