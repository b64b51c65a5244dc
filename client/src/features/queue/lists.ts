import { queue, type QueueOrder } from '@bedside/shared/ordering.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** One list of the queue; what staff pinned comes first. */
export function listOf(questions: readonly QuestionView[], order: QueueOrder, pinnedId: QuestionId | null): QuestionView[] {
  const rows = queue(questions, order);
  return order === 'answered' ? rows : rows.toSorted((a, b) => Number(b.id === pinnedId) - Number(a.id === pinnedId));
}
