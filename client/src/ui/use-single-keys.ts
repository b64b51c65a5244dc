import { useRememberedSwitch } from './remembered.ts';

/** Whether single keys are shortcuts (WCAG 2.1.4), remembered by this browser. */
export const useSingleKeys = (): [boolean, (on: boolean) => void] => useRememberedSwitch('bedside.single-keys', true);
