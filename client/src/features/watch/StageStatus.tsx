import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Elapsed } from '../../ui/RelativeTime.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { Badge } from '../../ui/Badge.tsx';
import styles from './Stage.module.css';

/** Over the picture's corner: live and since when, and how many watch. */
export function StageStatus({
  session: { phase, liveAt, closed, recording },
  viewers,
  children,
}: {
  session: SessionView;
  viewers: number;
  children?: ReactNode;
}) {
  const { t } = useTranslation(['watch', 'common']);
  return (
    <div className={styles.status}>
      {phase === 'live' ? (
        <Badge tone="live" dot>
          {t('common:phase.live')}
          {liveAt !== null && (
            <>
              <VisuallyHidden> {t('liveFor')}</VisuallyHidden> <Elapsed since={liveAt} />
            </>
          )}
        </Badge>
      ) : (
        <Badge>{closed && phase !== 'ended' ? t('stage.closedBadge') : t(`common:phase.${phase}`)}</Badge>
      )}
      {recording && (phase === 'live' || phase === 'paused') && (
        <Badge tone="danger" icon="record">
          {t('recording')}
        </Badge>
      )}
      {phase !== 'ended' && (
        <span className={styles.pill}>
          <Icon name="people" size={1} />
          {t('common:viewers', { count: viewers })}
        </span>
      )}
      {children}
    </div>
  );
}
