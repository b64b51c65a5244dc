import { useSyncExternalStore } from 'react';
import { Quality } from '@bedside/shared/rpc.ts';
import { useRememberedChoice } from '../../ui/remembered.ts';

export type QualityChoice = {
  choice: Quality;
  choose: (choice: Quality) => void;
  /** What is asked for: the choice, but for automatic where the browser asks to save data (rule S13). */
  quality: Quality;
};

/** What this browser's user wants to be sent of the picture. */
export function useQuality(): QualityChoice {
  const [choice, choose] = useRememberedChoice('bedside.quality', Quality.options, 'automatic', () => localStorage);
  const saveData = useSyncExternalStore(subscribe, savesData);
  return { choice, choose, quality: choice === 'automatic' && saveData ? 'saver' : choice };
}

/** https://wicg.github.io/savedata/, which not every browser has. */
const connection = (): EventTarget | null =>
  'connection' in navigator && navigator.connection instanceof EventTarget ? navigator.connection : null;

function savesData(): boolean {
  const network = connection();
  return network !== null && 'saveData' in network && network.saveData === true;
}

function subscribe(listener: () => void) {
  const network = connection();
  network?.addEventListener('change', listener);
  return () => network?.removeEventListener('change', listener);
}
