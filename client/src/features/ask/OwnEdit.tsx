import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import type { OwnEditing } from './own-edit.ts';
import styles from './OwnQuestions.module.css';

type OwnEditProps = { text: string | null; editing: OwnEditing; objected: boolean; onObject: () => void };

const headings = { all: 'own.shown', laterAll: 'own.toBeShown', none: 'own.changed' } as const;

/** What moderators made of a question beside what its asker wrote, and how to object (rule M12). */
export function OwnEdit({ text, editing: { shownTo, written, name, canObject }, objected, onObject }: OwnEditProps) {
  const { t } = useTranslation('ask');
  return (
    <div className={styles.edit}>
      <div className={styles.version}>
        {written !== 'same' && <p className={styles.versionTitle}>{t(headings[shownTo])}</p>}
        <ClampedText lines={3}>
          <QuestionText text={text} />
        </ClampedText>
      </div>
      {written === 'erased' && (
        <div className={styles.version}>
          <p className={styles.versionTitle}>{t('own.erased')}</p>
        </div>
      )}
      {typeof written === 'object' && (
        <div className={styles.version}>
          <p className={styles.versionTitle}>{t('own.written')}</p>
          <ClampedText lines={3}>
            <QuestionText text={written.text} className={styles.original} />
          </ClampedText>
        </div>
      )}
      {typeof name === 'object' && <p className={styles.meta}>{t('own.nameHidden', { name: name.hidden })}</p>}
      {name === 'erased' && <p className={styles.meta}>{t('own.nameErased')}</p>}
      {objected && <p className={styles.objected}>{t('own.objected')}</p>}
      {canObject && (
        <Button size="sm" className={styles.object} onPress={onObject}>
          {t('own.object')}
        </Button>
      )}
    </div>
  );
}
