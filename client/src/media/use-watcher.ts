import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Quality } from '@bedside/shared/rpc.ts';
import type { MediaLink } from './link.ts';
import { createWatcher, idle, type Watcher, type WatcherSnapshot } from './watcher.ts';

const never = () => () => {};
const noStatistics = async () => null;

export type Watching = WatcherSnapshot & { retry(): void; stats: Watcher['stats'] };

/** Watches what is on stage while mounted, as well as `quality` asks for. */
export function useWatcher(link: MediaLink, quality: Quality): Watching {
  const [watcher, setWatcher] = useState<Watcher | null>(null);
  // The first watch says it too.
  const chosen = useRef(quality);
  useEffect(() => {
    chosen.current = quality;
    watcher?.choose(quality);
  }, [watcher, quality]);
  useEffect(() => {
    const created = createWatcher(link, chosen.current);
    setWatcher(created);
    return () => created.stop();
  }, [link]);
  const snapshot = useSyncExternalStore(watcher?.subscribe ?? never, watcher?.getSnapshot ?? (() => idle));
  return { ...snapshot, retry: () => watcher?.retry(), stats: watcher?.stats ?? noStatistics };
}
