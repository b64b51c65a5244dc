import { useTranslation } from 'react-i18next';
import type { Phase, SessionView } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Elapsed } from '../../ui/RelativeTime.tsx';
import styles from './DeskHeader.module.css';

const tones: Record<Phase, BadgeTone> = { scheduled: 'neutral', open: 'accent', live: 'live', paused: 'warn', ended: 'neutral' };

export function DeskHeader({ session, viewers }: { session: SessionView; viewers: number }) {
  const { t } = useTranslation(['moderate', 'common']);
  const { phase, liveAt, title } = session;
  return (
    <div className={styles.head}>
      <div className={styles.names}>
        <p className={styles.desk}>{t('title')}</p>
        <h1 className={styles.title}>{title}</h1>
      </div>
      <div className={styles.facts}>
        <Badge tone={tones[phase]} dot={phase === 'live'}>
          {t(`common:phase.${phase}`)}
          {phase === 'live' && liveAt !== null && (
            <>
              {' '}
              <Elapsed since={liveAt} className={styles.time} />
            </>
          )}
        </Badge>
        <span className={styles.viewers}>
          <Icon name="people" size={1.125} />
          {t('common:viewers', { count: viewers })}
        </span>
      </div>
    </div>
  );
}
