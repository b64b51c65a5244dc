import type { QuestionView } from '@bedside/shared/view.ts';

// Letters without their marks, so that "Migrane" typed in a hurry need not carry the accents of "Migräne".
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a question holds every word of `query`, in its text or its asker's name. */
export function matcher(query: string): (question: Pick<QuestionView, 'text' | 'name'>) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return ({ text, name }) => {
    const hay = fold(`${text ?? ''}\n${name ?? ''}`);
    return words.every((word) => hay.includes(word));
  };
}
