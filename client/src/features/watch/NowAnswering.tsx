import { useTranslation } from 'react-i18next';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ClampedText } from '../../ui/ClampedText.tsx';
import { AskerName, QuestionText } from '../../ui/QuestionCard.tsx';
import { useWide } from '../../ui/use-wide.ts';
import styles from './NowAnswering.module.css';

/** The question that the doctor is answering, right under the picture. */
export function NowAnswering({ question, own }: { question: QuestionView; own: boolean }) {
  const { t } = useTranslation('watch');
  const wide = useWide();
  return (
    <section className={styles.answering} aria-labelledby="now-answering">
      <div className={styles.head}>
        <h2 id="now-answering" className={styles.heading}>
          {t('answering.heading')}
        </h2>
        {own && <Badge tone="accent">{t('answering.own')}</Badge>}
      </div>
      <ClampedText
        key={question.id}
        lines={wide ? 4 : 2}
        beside={
          <p className={styles.meta}>
            <AskerName name={question.name} />
          </p>
        }
      >
        <QuestionText text={question.text} className={styles.text} />
      </ClampedText>
    </section>
  );
}
