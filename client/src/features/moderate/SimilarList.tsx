import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './SimilarList.module.css';

type SimilarListProps = {
  /** Null in the place of one that left meanwhile: the others keep their digits. */
  ids: readonly (QuestionId | null)[];
  questions: readonly QuestionView[];
  label: string;
  /** Shows the digit that chooses each. */
  numbered?: boolean;
  onMerge: (into: QuestionId) => void;
};

/** Questions into which another could be merged. Suggestions decide nothing (rule D1). */
export function SimilarList({ ids, questions, label, numbered = false, onMerge }: SimilarListProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const found = ids.flatMap((id, place) => {
    const question = questions.find((each) => each.id === id);
    return question ? [{ question, place }] : [];
  });
  return (
    <div className={styles.similar}>
      <p className={styles.label}>{label}</p>
      <ul className={styles.list}>
        {found.map(({ question, place }) => (
          <li key={question.id} className={styles.row}>
            {numbered && place < 9 && <Kbd decorative>{place + 1}</Kbd>}
            <div className={styles.words}>
              <p className={styles.text} dir="auto">
                {question.text}
              </p>
              <p className={styles.meta}>
                {t(`detail.status.${question.status}`)} · {t('common:vote.count', { count: question.votes })}
              </p>
            </div>
            <Button size="sm" onPress={() => onMerge(question.id)} aria-label={t('merge.intoThis', { text: question.text ?? '' })}>
              {t('merge.into')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
