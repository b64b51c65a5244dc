import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import styles from './Rehearsal.module.css';
import type { Studio } from './use-studio.ts';

/** Trying it all out, seen by the team alone (rule S21). */
export function BeginRehearsal({ studio }: { studio: Studio }) {
  const { t } = useTranslation('host');
  return (
    <div className={styles.begin}>
      <Button wide icon="play" isDisabled={!studio.connected || studio.goingLive} onPress={studio.rehearse}>
        {t('rehearsal.begin')}
      </Button>
      <p className={styles.note}>{t('rehearsal.beginNote')}</p>
    </div>
  );
}

/** Above all else while it lasts: on a phone, too, nobody is to think that patients see this, or that nobody does. */
export function Rehearsal({ session, studio }: { session: SessionView; studio: Studio }) {
  const { t } = useTranslation('host');
  const notice = useRef<HTMLElement>(null);
  // The button that began it is gone, and was far below on a phone.
  useEffect(() => {
    if (document.activeElement === document.body) notice.current?.focus();
  }, []);
  const sends = studio.media.status === 'on' || studio.media.status === 'recovering';
  const external = session.outputs?.external === true;
  return (
    <section ref={notice} tabIndex={-1} className={styles.rehearsal} aria-labelledby="rehearsal">
      <div className={styles.words}>
        <h2 id="rehearsal" className={styles.mark}>
          {t('rehearsal.mark')}
        </h2>
        <p>{t(external ? 'rehearsal.encoder' : sends ? 'rehearsal.markNote' : 'rehearsal.silent')}</p>
      </div>
      <div className={styles.acts}>
        <a className={buttonClass({})} href={`${location.pathname}?as=host&see=stage`} target="_blank" rel="noreferrer">
          {t('rehearsal.see')}
        </a>
        {!sends && !external && (
          <Button icon="refresh" isDisabled={!studio.connected || studio.goingLive} onPress={studio.rehearse}>
            {t('rehearsal.again')}
          </Button>
        )}
        <Button icon="stop" isDisabled={studio.goingLive} onPress={studio.stopRehearsal}>
          {t('rehearsal.stop')}
        </Button>
      </div>
    </section>
  );
}
