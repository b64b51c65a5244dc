import { useTranslation } from 'react-i18next';
import type { Role } from '@bedside/shared/roles.ts';
import type { Phase, SessionView } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Elapsed } from '../../ui/RelativeTime.tsx';
import styles from './DeskHeader.module.css';

const tones: Record<Phase, BadgeTone> = { scheduled: 'neutral', open: 'accent', live: 'live', paused: 'warn', ended: 'neutral' };

type DeskHeaderProps = {
  session: SessionView;
  role: Role;
  viewers: number;
  /** Waiting questions with red flags. */
  flags: number;
  onFlags: () => void;
};

export function DeskHeader({ session, role, viewers, flags, onFlags }: DeskHeaderProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const { phase, liveAt, title, queueLocked, slowSeconds, closed } = session;
  return (
    <div className={styles.head}>
      <div className={styles.names}>
        <p className={styles.desk}>{t(`title.${role === 'screener' || role === 'reviewer' ? role : 'moderator'}`)}</p>
        <h1 className={styles.title}>{title}</h1>
      </div>
      <div className={styles.facts}>
        {flags > 0 && (
          <button type="button" className={styles.flags} onClick={onFlags}>
            <Icon name="alert" size={1.125} />
            {t('flags.count', { count: flags })}
          </button>
        )}
        <Badge tone={tones[phase]} dot={phase === 'live'}>
          {t(`common:phase.${phase}`)}
          {phase === 'live' && liveAt !== null && (
            <>
              {' '}
              <Elapsed since={liveAt} className={styles.time} />
            </>
          )}
        </Badge>
        {closed && <Badge tone="danger">{t('settings.isClosed')}</Badge>}
        {queueLocked && !closed && <Badge tone="warn">{t('settings.isLocked')}</Badge>}
        {slowSeconds > 0 && <Badge icon="clock">{t('settings.isSlow')}</Badge>}
        <span className={styles.viewers}>
          <Icon name="people" size={1.125} />
          {t('common:viewers', { count: viewers })}
        </span>
      </div>
    </div>
  );
}
