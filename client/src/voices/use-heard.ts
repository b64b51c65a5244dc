import { useEffect, useState, useSyncExternalStore } from 'react';
import { createLevel, SPEECH } from '../media/level.ts';

/** How loud the stream is now, 0 to 1. `changed` is any value that is another when its tracks may be. */
export function useHeard(stream: MediaStream | null, changed: unknown): { level: number; speaking: boolean } {
  const [meter] = useState(createLevel);
  useEffect(() => {
    meter.listenTo(stream?.getAudioTracks()[0] ?? null);
    return () => meter.listenTo(null);
  }, [meter, stream, changed]);
  const level = useSyncExternalStore(meter.subscribe, meter.get);
  return { level, speaking: level >= SPEECH };
}
