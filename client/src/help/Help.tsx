import { lazyPart } from '../ui/lazy-part.tsx';
import { PlainHelp } from './PlainHelp.tsx';

/** Where help is: for the country that was chosen, or in the words that come with the page where that can't be loaded (rule F5). */
export const Help = lazyPart(() => import('./OwnHelp.tsx').then((part) => part.OwnHelp), PlainHelp);
