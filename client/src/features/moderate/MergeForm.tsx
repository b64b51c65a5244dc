import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { matcher } from './filter.ts';
import styles from './Forms.module.css';
import { isPublic } from './public-lists.ts';
import { digitKey } from './shortcuts.ts';
import { SimilarList } from './SimilarList.tsx';

const MOST = 9;

type MergeFormProps = {
  question: QuestionView;
  questions: readonly QuestionView[];
  similar: readonly QuestionId[];
  onMerge: (into: QuestionId) => void;
  onClose: () => void;
};

/** Chooses the question into which this one goes: one that reads like it, or one that is looked up. */
export function MergeForm({ question, questions, similar, onMerge, onClose }: MergeFormProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const canTake = (each: QuestionView | undefined) => each !== undefined && each.id !== question.id && (isWaiting(each) || isPublic(each));
  const byId = new Map(questions.map((each) => [each.id, each]));
  const wanted = query.trim();
  const ids = wanted
    ? questions
        .filter(canTake)
        .filter(matcher(wanted))
        .map(({ id }) => id)
    : similar.filter((id) => canTake(byId.get(id)));
  // Once digits are shown, they stay with their questions: nobody presses one for what has just moved up to it.
  const [offered, setOffered] = useState({ wanted, ids: ids.slice(0, MOST) });
  if (offered.wanted !== wanted || (offered.ids.length === 0 && ids.length > 0)) setOffered({ wanted, ids: ids.slice(0, MOST) });
  const candidates = offered.ids.map((id) => (canTake(byId.get(id)) ? id : null));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const inField = event.target instanceof HTMLInputElement;
    const place = inField ? null : digitKey(event.nativeEvent);
    const chosen = event.key === 'Enter' && inField ? candidates.find((id) => id !== null) : place === null ? null : candidates[place];
    if (event.key === 'Escape') onClose();
    else if (chosen) onMerge(chosen);
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from its own controls
    <div ref={box} role="group" tabIndex={-1} className={styles.form} aria-label={t('merge.title')} onKeyDown={onKeyDown}>
      <p className={styles.title}>{t('merge.lead')}</p>
      <TextField label={t('merge.search')} value={query} onChange={setQuery} />
      {candidates.some((id) => id !== null) ? (
        <SimilarList
          ids={candidates}
          questions={questions}
          label={t(wanted ? 'merge.found' : 'similar.heading')}
          numbered
          onMerge={onMerge}
        />
      ) : (
        <p className={styles.label}>{t(wanted ? 'merge.noneFound' : 'merge.noneSimilar')}</p>
      )}
      <div className={styles.foot}>
        <span className={styles.keys}>{t('merge.keys')}</span>
        <Button onPress={onClose}>{t('common:action.cancel')}</Button>
      </div>
    </div>
  );
}
