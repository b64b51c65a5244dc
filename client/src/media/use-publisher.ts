import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MediaLink } from './link.ts';
import { createPublisher, type Publisher, type PublisherSnapshot } from './publisher.ts';

const never = () => () => {};
const nothing = () => null;

/** The doctor's devices and sending while mounted; null on the first render. Call `startPreview` to begin. */
export function usePublisher(link: MediaLink): { publisher: Publisher; snapshot: PublisherSnapshot } | null {
  const [publisher, setPublisher] = useState<Publisher | null>(null);
  useEffect(() => {
    const created = createPublisher(link);
    setPublisher(created);
    return () => created.stop();
  }, [link]);
  const snapshot = useSyncExternalStore(publisher?.subscribe ?? never, publisher?.getSnapshot ?? nothing);
  return publisher && snapshot ? { publisher, snapshot } : null;
}
