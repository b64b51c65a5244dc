import type { QuestionId } from '@bedside/shared/ids.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { isPublic } from './public-lists.ts';
import type { SimilarIndex } from './screening.ts';

const MOST = 5;
/** Questions taken in at once; between two such parts the page may paint and take keys. */
const PART = 8;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Keeps an index on the questions into which another one can be merged (rule D2), told only of what changed. */
export function createSimilarPool(index: SimilarIndex) {
  const known = new Map<QuestionId, string>();

  async function follow(questions: readonly QuestionView[]) {
    const gone = new Set(known.keys());
    let taken = 0;
    for (const question of questions) {
      const { id, text } = question;
      if (text === null || !(isWaiting(question) || isPublic(question))) continue;
      gone.delete(id);
      if (known.get(id) === text) continue;
      index.put(id, text);
      known.set(id, text);
      if (++taken % PART === 0) await pause();
    }
    for (const id of gone) {
      index.remove(id);
      known.delete(id);
    }
  }

  return {
    /** Ids of the questions that read most like `question`, the likest first. */
    async find(question: QuestionView, questions: readonly QuestionView[]): Promise<QuestionId[]> {
      await follow(questions);
      if (!question.text) return [];
      const found = index.find(question.text, { most: MOST, except: question.id });
      return found.flatMap(({ id }) => questions.find((candidate) => candidate.id === id)?.id ?? []);
    },
  };
}

export type SimilarPool = ReturnType<typeof createSimilarPool>;
