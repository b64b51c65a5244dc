import type { QuestionId } from '@bedside/shared/ids.ts';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

/** What somebody said to have read before sending: where to get help for these signs. */
export type HaveRead = ReadonlySet<FlagCode>;

/** Whether all that is shown was read. Signs that came after the check was set were not. */
export function isRead(flags: readonly FlagCode[], read: HaveRead): boolean {
  return flags.length > 0 && flags.every((flag) => read.has(flag));
}

/** What still counts as read when the text has become this one, with these signs in it: nothing for a new text, or with a sign more. */
export function stillRead(read: HaveRead, text: string, flags: readonly FlagCode[]): HaveRead {
  return text.trim() === '' || flags.some((flag) => !read.has(flag)) ? nothingRead : read;
}

export const nothingRead: HaveRead = new Set();

type Row = Pick<QuestionView, 'id' | 'redFlags' | 'emergencyRead'>;

/** Questions whose asker has read, before sending, where to get help for all that the server found in them too. */
export function confirmable(questions: readonly Row[], sent: ReadonlyMap<QuestionId, HaveRead>): QuestionId[] {
  return questions
    .filter(({ id, redFlags, emergencyRead }) => !emergencyRead && isRead(redFlags ?? [], sent.get(id) ?? nothingRead))
    .map(({ id }) => id);
}

/** Questions that still have to show where help is (rule F1): until their asker says to have read it, or takes them back. */
export function asksForHelp({ status, redFlags, emergencyRead }: Pick<QuestionView, 'status' | 'redFlags' | 'emergencyRead'>): boolean {
  return status !== 'withdrawn' && !emergencyRead && (redFlags?.length ?? 0) > 0;
}

/** Of one's own questions those that show where help is and were not there, or did not ask for it, before. */
export function newlyAsking<T extends Pick<QuestionView, 'id' | 'status' | 'redFlags' | 'emergencyRead'>>(
  before: ReadonlyMap<QuestionId, T>,
  now: readonly T[],
): T[] {
  return now.filter((question) => {
    const old = before.get(question.id);
    return asksForHelp(question) && !(old && asksForHelp(old));
  });
}
