import { useSyncExternalStore } from 'react';
import type { Publisher } from './publisher.ts';

const never = () => () => {};

/** How loud the microphone is, 0 to 1. Measures only while a component that uses it is mounted. */
export function useLevel(publisher: Publisher | null): number {
  return useSyncExternalStore(publisher?.level.subscribe ?? never, publisher?.level.get ?? (() => 0));
}
