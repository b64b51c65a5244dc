import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Quality } from '@bedside/shared/rpc.ts';
import { createLoading } from '../ui/loading.ts';
import type { MediaLink } from './link.ts';
import type { Watcher } from './watcher.ts';
import { idle, type WatcherSnapshot } from './watcher-snapshot.ts';

const never = () => () => {};
const noStatistics = async () => null;
/** Milliseconds before what could not be loaded is asked for again: nobody watches anything without it. */
const againMs = 2000;

const load = () => import('./watcher.ts');
// The page shows without it, and it comes while the session is being joined.
const loading = createLoading(() => load().then((part) => part.createWatcher));

/** For a page that is about to watch: what that takes is loaded, and made ready, while its session is still being joined. */
export function prepareToWatch(): void {
  loading.want();
  // Loaded beside it, since it is the larger. Who needs them asks for them again, and then hears if they can't be had.
  import('mediasoup-client').catch(() => {});
  load().then(
    (part) => part.makeReady(),
    () => {},
  );
}

export type Watching = WatcherSnapshot & { retry(): void; stats: Watcher['stats'] };

/** Watches what is on stage while mounted, as well as `quality` asks for. */
export function useWatcher(link: MediaLink, quality: Quality): Watching {
  const { part: createWatcher, missing, coming } = useSyncExternalStore(loading.subscribe, loading.get);
  const [watcher, setWatcher] = useState<Watcher | null>(null);
  // The first watch says it too.
  const chosen = useRef(quality);
  useEffect(() => {
    chosen.current = quality;
    watcher?.choose(quality);
  }, [watcher, quality]);
  useEffect(() => loading.want(), []);
  useEffect(() => {
    if (!missing || coming) return;
    const timer = setTimeout(loading.want, againMs);
    return () => clearTimeout(timer);
  }, [missing, coming]);
  useEffect(() => {
    if (!createWatcher) return;
    const created = createWatcher(link, chosen.current);
    setWatcher(created);
    return () => created.stop();
  }, [createWatcher, link]);
  const snapshot = useSyncExternalStore(watcher?.subscribe ?? never, watcher?.getSnapshot ?? (() => idle));
  return { ...snapshot, retry: () => (watcher ? watcher.retry() : loading.want()), stats: watcher?.stats ?? noStatistics };
}
