import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Restriction } from '@bedside/shared/commands.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { fullTime } from '../../ui/time.ts';
import styles from './Forms.module.css';
import { digitKey } from './shortcuts.ts';

type AskerFormProps = {
  question: QuestionView;
  onRestrict: (restriction: Restriction) => void;
  onLift: () => void;
  onClose: () => void;
};

/** What whoever asked this may do from now on (rule H2). A person is named by a question of theirs: nobody learns who it is. */
export function AskerForm({ question, onRestrict, onLift, onClose }: AskerFormProps) {
  const { t, i18n } = useTranslation(['moderate', 'common']);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const { restriction } = question;
  const onKeyDown = (event: KeyboardEvent) => {
    const place = digitKey(event.nativeEvent);
    const chosen = place === null ? undefined : Restriction.options[place];
    if (event.key === 'Escape') onClose();
    else if (chosen) onRestrict(chosen);
    else return;
    event.preventDefault();
  };
  const until = restriction?.until;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys that bubble up from its own controls
    <div ref={box} role="group" tabIndex={-1} className={styles.form} aria-label={t('restrict.title')} onKeyDown={onKeyDown}>
      <p className={styles.title}>{t('restrict.lead')}</p>
      {restriction && (
        <p className={styles.label}>
          {t(`restrict.is.${restriction.kind}`)}
          {typeof until === 'number' && <> · {t('restrict.until', { time: fullTime(until, i18n.language) })}</>}
        </p>
      )}
      <ul className={styles.list}>
        {Restriction.options.map((each, place) => (
          <li key={each} className={styles.row}>
            <Kbd decorative>{place + 1}</Kbd>
            <span className={styles.rowText}>{t(`restrict.means.${each}`)}</span>
            <Button size="sm" isDisabled={restriction?.kind === each} onPress={() => onRestrict(each)}>
              {t(`restrict.do.${each}`)}
            </Button>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button onPress={onClose}>{t('common:action.cancel')}</Button>
        {restriction && (
          <Button variant="primary" onPress={onLift}>
            {t('restrict.lift')}
          </Button>
        )}
      </div>
    </div>
  );
}
