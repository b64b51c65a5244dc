import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import styles from './Rehearsal.module.css';
import type { Studio } from './use-studio.ts';

/** Trying it all out, seen by the team alone (rule S21). */
export function Rehearsal({ session, studio }: { session: SessionView; studio: Studio }) {
  const { t } = useTranslation('host');
  if (session.rehearsing !== true) {
    return (
      <div className={styles.begin}>
        <Button wide icon="play" isDisabled={!studio.connected || studio.goingLive} onPress={studio.rehearse}>
          {t('rehearsal.begin')}
        </Button>
        <p className={styles.note}>{t('rehearsal.beginNote')}</p>
      </div>
    );
  }
  const sends = studio.media.status === 'on' || studio.media.status === 'recovering';
  const external = session.outputs?.external === true;
  return (
    <section className={styles.rehearsal} aria-labelledby="rehearsal">
      <h3 id="rehearsal" className={styles.mark}>
        {t('rehearsal.mark')}
      </h3>
      <p>{t(external ? 'rehearsal.encoder' : sends ? 'rehearsal.markNote' : 'rehearsal.silent')}</p>
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
    </section>
  );
}
