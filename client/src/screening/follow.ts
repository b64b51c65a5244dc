import { isPublicStatus } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import type { SimilarIndex } from './finders.ts';

type Row = Pick<QuestionView, 'id' | 'text' | 'status'>;

/**
 * Brings an index nearer to the questions that belong into it, those that everybody can see unless told otherwise, by `most`
 * texts at a time. `indexed` is what it holds, by id.
 * @returns how many are still to come
 */
export function bringUpToDate(
  index: Pick<SimilarIndex, 'put' | 'remove'>,
  indexed: Map<string, string>,
  questions: readonly Row[],
  most: number,
  belongs: (question: Row) => boolean = ({ status }) => isPublicStatus(status),
): number {
  const wanted = new Map(questions.flatMap((row) => (row.text !== null && belongs(row) ? [[String(row.id), row.text]] : [])));
  const gone = [...indexed.keys()].filter((id) => !wanted.has(id));
  for (const id of gone) {
    index.remove(id);
    indexed.delete(id);
  }
  const fresh = [...wanted].filter(([id, text]) => indexed.get(id) !== text);
  for (const [id, text] of fresh.slice(0, most)) {
    if (indexed.has(id)) index.remove(id);
    index.put(id, text);
    indexed.set(id, text);
  }
  return Math.max(0, fresh.length - most);
}
