import { useRememberedChoice, useRememberedSwitch } from '../../ui/remembered.ts';

export const captionSizes = ['s', 'm', 'l', 'xl'] as const;
export const captionPlaces = ['bottom', 'top', 'below'] as const;

/** How this browser's user reads captions (rule L12). */
export function useCaptions() {
  const [shown, show] = useRememberedSwitch('bedside.captions');
  const [size, setSize] = useRememberedChoice('bedside.captions.size', captionSizes, 'm', thisBrowser);
  const [place, setPlace] = useRememberedChoice('bedside.captions.place', captionPlaces, 'bottom', thisBrowser);
  return { shown, show, size, setSize, place, setPlace };
}
export type Captions = ReturnType<typeof useCaptions>;

const thisBrowser = () => localStorage;
