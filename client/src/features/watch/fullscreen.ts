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
