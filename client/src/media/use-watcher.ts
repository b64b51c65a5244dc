import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MediaLink } from './link.ts';
import { createWatcher, type Watcher, type WatcherSnapshot } from './watcher.ts';

const idle: WatcherSnapshot = { status: 'idle', stream: null, epoch: null };
const never = () => () => {};

/** Watches what is on stage while mounted. */
export function useWatcher(link: MediaLink): WatcherSnapshot & { retry(): void } {
  const [watcher, setWatcher] = useState<Watcher | null>(null);
  useEffect(() => {
    const created = createWatcher(link);
    setWatcher(created);
    return () => created.stop();
  }, [link]);
  const snapshot = useSyncExternalStore(watcher?.subscribe ?? never, watcher?.getSnapshot ?? (() => idle));
  return { ...snapshot, retry: () => watcher?.retry() };
}
