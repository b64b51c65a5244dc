import type { Marks } from '@bedside/shared/marks.ts';

/** What is found in a question and the name under it; codes alone, each once. */
export type Mark = (text: string, name: string | null) => Marks;

/** Nothing is looked for. */
export const noMarks: Mark = () => ({ redFlags: [], personal: [], abuse: [] });

/** Finds nothing yet: the finders of shared/screening are called here. */
export const mark: Mark = (text, name) => noMarks(text, name);
