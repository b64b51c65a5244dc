import { useEffect, useState } from 'react';
import type { QuestionView } from '@bedside/shared/view.ts';
import { createLookout, type Findings, type Lookout, nothingFound } from './lookout.ts';
import { finders } from '../../screening/finders.ts';

/** Milliseconds without a key after which a text is looked at. */
const REST_MS = 350;
/** Milliseconds after which it is done even if the page is never idle. */
const IDLE_MOST_MS = 800;

const idle = () =>
  new Promise<void>((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: IDLE_MOST_MS });
    else setTimeout(resolve, 1);
  });

/** What was found in `text` so far, a moment after typing has paused. */
export function useFindings(text: string, questions: readonly QuestionView[]): Findings {
  const [found, setFound] = useState(nothingFound);
  const [lookout, setLookout] = useState<Lookout | null>(null);
  useEffect(() => {
    const made = createLookout(finders, idle, (part) => setFound((now) => ({ ...now, ...part })));
    setLookout(made);
    return () => made.stop();
  }, []);
  useEffect(() => {
    const look = () => lookout?.look(text, questions);
    const timer = setTimeout(look, REST_MS);
    // A part that could not be had then can be had now.
    addEventListener('online', look);
    return () => {
      clearTimeout(timer);
      removeEventListener('online', look);
    };
    // Not for every vote: what others ask meanwhile is looked at with the next letters.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lookout, text]);
  return found;
}
