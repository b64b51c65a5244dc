import type { QuestionStatus } from '@bedside/shared/view.ts';

/** The places that a question goes through, in this order; `clinician` only where it is sent there. */
export type Stop = 'received' | 'moderators' | 'clinician' | 'public' | 'answered';
export type Step = { stop: Stop; is: 'done' | 'now' | 'ahead' };

const usual: readonly Stop[] = ['received', 'moderators', 'public', 'answered'];
const withClinician: readonly Stop[] = ['received', 'moderators', 'clinician', 'public', 'answered'];

const at: Partial<Record<QuestionStatus, Stop>> = {
  pending: 'moderators',
  'in-review': 'clinician',
  approved: 'public',
  skipped: 'public',
  answering: 'public',
  answered: 'answered',
};

/** Where a question stands on its way; null once it has left that way, by a decline, a merge or a withdrawal. */
export function journeyOf(status: QuestionStatus): Step[] | null {
  const now = at[status];
  if (!now) return null;
  const stops = now === 'clinician' ? withClinician : usual;
  const place = stops.indexOf(now);
  return stops.map((stop, index) => ({ stop, is: index === place ? 'now' : index < place ? 'done' : 'ahead' }));
}
