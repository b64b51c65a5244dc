import { useTranslation } from 'react-i18next';
import { ClampedText } from './ClampedText.tsx';
import { useNow } from './clock.tsx';
import { Icon } from './Icon.tsx';
import { dayAndTime } from './time.ts';
import styles from './WrittenAnswer.module.css';

/** An answer in writing, said to be the team's, with its date. */
export function WrittenAnswer({ text, at }: { text: string; at: number | null }) {
  const { t, i18n } = useTranslation('common');
  const now = useNow(60_000);
  return (
    <div className={styles.answer}>
      <p className={styles.from}>
        <Icon name="check" size={1} />
        <span>
          {t('question.answer')}
          {at !== null && (
            <>
              {' · '}
              <time dateTime={new Date(at).toISOString()}>{dayAndTime(at, now, i18n.language)}</time>
            </>
          )}
        </span>
      </p>
      <ClampedText lines={4}>
        <p className={styles.text} dir="auto">
          {text}
        </p>
      </ClampedText>
    </div>
  );
}
