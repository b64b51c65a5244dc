import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import ask from '../../i18n/en/ask.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { announce } from '../../ui/announce.ts';
import { isRead } from '../../help/confirming.ts';
import { HelpCard } from '../../help/HelpCard.tsx';
import styles from './Hints.module.css';
import { putBack, type Replaced, stillThere } from './marks.ts';
import { PersonalHints } from './PersonalHints.tsx';
import { SimilarHints, type Voting } from './SimilarHints.tsx';
import type { Asking } from './use-ask.ts';
import type { Reading } from './use-reading.ts';
import { useFindings } from './use-findings.ts';

addWords('ask', ask);

export type HintsProps = {
  isOpen: boolean;
  asking: Asking;
  /** All that everybody can see. */
  questions: readonly QuestionView[];
  voting: Voting;
  /** For the focus, when what had it is gone. */
  focusText: () => void;
};

/** What may help whoever is writing. Nothing of it holds back what is sent. */
export function Hints({ asking, questions, voting, focusText }: HintsProps) {
  const { t } = useTranslation(['ask', 'common']);
  const { draft, change, reading, offerUndo } = asking;
  const { text } = draft;
  const found = useFindings(text, questions);
  const empty = text.trim() === '';
  const marks = empty ? [] : stillThere(text, found.marks);
  const flags = empty ? [] : found.flags;
  const similar = empty ? [] : found.similar.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  useStillRead(reading.look, text, flags);
  useNews(flags.join(' '), marks.length, similar.map(({ id }) => id).join(' '));

  const undo = t('common:action.undo');
  const clear = () => {
    change({ text: '' });
    focusText();
    offerUndo({ text: t('similar.cleared'), undo }, (now) => (now === '' ? text : null));
  };
  const put = (replaced: Replaced, said: string) => {
    change({ text: replaced.text });
    focusText();
    offerUndo({ text: said, undo }, (now) => putBack(replaced, now));
  };

  if (flags.length + marks.length + similar.length === 0) return null;
  return (
    <div className={styles.page}>
      {flags.length > 0 && (
        <HelpCard flags={flags} read={{ isRead: isRead(flags, reading.read), onChange: (yes) => reading.mark(yes ? flags : []) }} />
      )}
      {marks.length > 0 && <PersonalHints text={text} marks={marks} onReplace={put} />}
      {similar.length > 0 && <SimilarHints similar={similar} voting={voting} onClear={clear} />}
    </div>
  );
}

/** What was confirmed ends with the text that it was confirmed for (rule F1). */
function useStillRead(look: Reading['look'], text: string, flags: readonly FlagCode[]): void {
  const found = flags.join(' ');
  useEffect(() => {
    look(text, flags);
    // oxlint-disable-next-line react/exhaustive-deps -- `found` says it of the flags; `look` is the same whatever render it is from
  }, [text, found]);
}

/** Has a screen reader told of what appears below the field it is in. */
function useNews(flags: string, marks: number, similar: string): void {
  const { t } = useTranslation('ask');
  const before = useRef({ flags: '', marks: 0, similar: '' });
  useEffect(() => {
    const known = before.current;
    before.current = { flags, marks, similar };
    if (flags !== '' && flags !== known.flags) announce(t('urgent.announce'), 'assertive');
    if (marks > known.marks) announce(t('personal.announce', { count: marks }));
    else if (similar !== '' && similar !== known.similar) announce(t('similar.announce', { count: similar.split(' ').length }));
  }, [flags, marks, similar, t]);
}
