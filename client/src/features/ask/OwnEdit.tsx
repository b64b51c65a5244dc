import { useTranslation } from 'react-i18next';
import { isWaiting } from '@bedside/shared/ordering.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import styles from './OwnQuestions.module.css';

type OwnEditProps = { question: QuestionView; /** Null once erased. */ original: string | null; onObject: () => void };

/** What moderators made of a question beside what its asker wrote, and how to object (rule M12). */
export function OwnEdit({ question, original, onObject }: OwnEditProps) {
  const { t } = useTranslation('ask');
  return (
    <div className={styles.edit}>
      <div className={styles.version}>
        <p className={styles.versionTitle}>{t(isWaiting(question) ? 'own.toBeShown' : 'own.shown')}</p>
        <ClampedText lines={3}>
          <QuestionText text={question.text} />
        </ClampedText>
      </div>
      <div className={styles.version}>
        {original === null ? (
          <p className={styles.versionTitle}>{t('own.erased')}</p>
        ) : (
          <>
            <p className={styles.versionTitle}>{t('own.written')}</p>
            <ClampedText lines={3}>
              <QuestionText text={original} className={styles.original} />
            </ClampedText>
          </>
        )}
      </div>
      {question.objected ? (
        <p className={styles.objected}>{t('own.objected')}</p>
      ) : (
        <Button size="sm" className={styles.object} onPress={onObject}>
          {t('own.object')}
        </Button>
      )}
    </div>
  );
}
