import { isPublicStatus, isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';

type Row = Pick<QuestionView, 'edited' | 'nameHidden' | 'original' | 'objected' | 'status' | 'name'>;

/** What moderators made of a question, as its asker is told. */
export type OwnEditing = {
  /** Whom the words are shown to: nobody for sure where it is neither public nor on its way there. */
  shownTo: 'all' | 'laterAll' | 'none';
  /** What the asker wrote: `same` where the words are still theirs. */
  written: 'same' | 'erased' | { text: string };
  /** `erased` where it was taken out, and then deleted. */
  name: 'shown' | 'erased' | { hidden: string };
  canObject: boolean;
};

/** Null where nothing was changed. `closed`: nobody sees any question at the moment (rule H6). */
export function editingOf(question: Row, closed: boolean): OwnEditing | null {
  const { edited, nameHidden, name, original, objected, status } = question;
  if (!edited) return null;
  const open = isPublicStatus(status) || isWaiting(question);
  return {
    shownTo: isWaiting(question) ? 'laterAll' : isPublicStatus(status) && !closed ? 'all' : 'none',
    written: original === undefined ? 'same' : original === null ? 'erased' : { text: original },
    // Words and name as they were would be no edit (rule M10).
    name: nameHidden && name !== null ? { hidden: name } : original === undefined ? 'erased' : 'shown',
    // As the server takes it (rule M12).
    canObject: open && (!objected || status === 'approved' || status === 'skipped'),
  };
}
