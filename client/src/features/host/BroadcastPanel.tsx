import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Elapsed } from '../../ui/RelativeTime.tsx';
import styles from './BroadcastPanel.module.css';
import { type Broadcast, needsAttention } from './broadcast.ts';
import { Controls } from './Controls.tsx';
import { GoLiveButton } from './GoLiveButton.tsx';
import { DeviceProblemNote, GoLiveProblem } from './Problem.tsx';
import { ScreenShare } from './ScreenShare.tsx';
import { SelfView } from './SelfView.tsx';
import type { Studio } from './use-studio.ts';
import { useTalking } from './use-talking.ts';

type BroadcastPanelProps = { session: SessionView; viewers: number; studio: Studio; keys: boolean; unanswered: number; onHelp: () => void };

/** Live or on a break: the doctor's own picture, how the broadcast is doing, and its controls. */
export function BroadcastPanel({ session, viewers, studio, ...controls }: BroadcastPanelProps) {
  const { t } = useTranslation(['host', 'common']);
  const { media, broadcast } = studio;
  const talking = useTalking(media.muted.microphone ? media.tracks.microphone : null);
  const note = noteOf(broadcast);
  // Closed in an emergency, nobody goes live.
  const air =
    studio.leaving || session.closed
      ? null
      : broadcast === 'replaced'
        ? 'here'
        : broadcast === 'paused' || broadcast === 'silent' || studio.goingLive
          ? 'again'
          : null;
  return (
    <section className={styles.panel} aria-labelledby="broadcast">
      <div className={styles.top}>
        <div className={styles.picture}>
          <SelfView
            size="sm"
            stream={media.stream}
            camera={media.tracks.camera !== null && !media.muted.camera && !studio.held}
            starting={studio.starting}
            sound={media.tracks.microphone !== null}
          />
        </div>
        <div className={styles.status}>
          <h2 id="broadcast" className={styles.state}>
            <StateBadge broadcast={broadcast} />
          </h2>
          {session.liveAt !== null && (
            <p className={styles.time}>
              <span className={styles.label}>{t('live.since')}</span> <Elapsed since={session.liveAt} />
            </p>
          )}
          <p className={styles.viewers}>
            <Icon name="people" size={1.125} /> {t('common:viewers', { count: viewers })}
          </p>
        </div>
      </div>
      {note && !session.closed && <Banner tone={needsAttention(broadcast) ? 'warn' : 'info'}>{t(`stateNote.${note}`)}</Banner>}
      {media.muted.microphone && (
        <Banner tone="danger">
          <strong>{t('live.mutedNow')}</strong>
          {talking && <span className={styles.talking}>{t('live.talking')}</span>}
        </Banner>
      )}
      <DeviceProblemNote studio={studio} />
      <GoLiveProblem studio={studio} live={session.phase === 'live'} />
      {air && <GoLiveButton studio={studio} words={air} />}
      <ScreenShare session={session} studio={studio} />
      <Controls session={session} studio={studio} {...controls} />
    </section>
  );
}

function StateBadge({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation('host');
  if (broadcast === 'on-air') {
    return (
      <Badge tone="live" dot>
        {t('live.badge')}
      </Badge>
    );
  }
  return <Badge tone={needsAttention(broadcast) ? 'warn' : 'neutral'}>{t(`state.${broadcast}`)}</Badge>;
}

function noteOf(broadcast: Broadcast) {
  switch (broadcast) {
    case 'recovering':
    case 'offline':
    case 'replaced':
    case 'silent':
    case 'paused':
    case 'ending':
      return broadcast;
    case 'on-air':
    case 'off-air':
    case 'ended':
      return null;
  }
}
