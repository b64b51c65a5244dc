import type { QuestionId } from '@bedside/shared/ids.ts';
import { isPublicStatus, isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import type { SimilarIndex } from '../../screening/finders.ts';
import { bringUpToDate } from '../../screening/follow.ts';

const MOST = 5;
/** Questions taken in at once; between two such parts the page may paint and take keys. */
const PART = 8;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Keeps an index on the questions into which another one can be merged (rule D2), told only of what changed. */
export function createSimilarPool(index: SimilarIndex) {
  const indexed = new Map<string, string>();
  const belongs = (row: Pick<QuestionView, 'status'>) => isWaiting(row) || isPublicStatus(row.status);

  return {
    /** Ids of the questions that read most like `question`, the likest first. */
    async find(question: QuestionView, questions: readonly QuestionView[]): Promise<QuestionId[]> {
      while (bringUpToDate(index, indexed, questions, PART, belongs) > 0) await pause();
      if (!question.text) return [];
      const found = index.find(question.text, { most: MOST, except: question.id });
      return found.flatMap(({ id }) => questions.find((candidate) => candidate.id === id)?.id ?? []);
    },
  };
}

export type SimilarPool = ReturnType<typeof createSimilarPool>;
