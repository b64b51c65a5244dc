import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView, View } from '@bedside/shared/view.ts';
import { useWatcher } from '../../media/use-watcher.ts';
import { useMediaLink, useSession } from '../../net/session-context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { Page } from '../../ui/Page.tsx';
import { StageCaptions } from './CaptionsControl.tsx';
import { Stage } from './Stage.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import { useCaptions } from './use-captions.ts';
import { useQuality } from './use-quality.ts';
import styles from './StagePage.module.css';

/** For the team: the stage as patients see it, a rehearsal too (rule S21). */
export function StagePage() {
  const { view } = useSession();
  return view && <TeamStage view={view} />;
}

function TeamStage({ view: told }: { view: View }) {
  const { t } = useTranslation('watch');
  const { viewers, connection } = useSession();
  const link = useMediaLink();
  const choice = useQuality();
  const watcher = useWatcher(link, choice.quality);
  const [isReading, setReading] = useState(false);
  const rehearsing = told.session.rehearsing === true;
  const session: SessionView = rehearsing ? { ...told.session, phase: 'live' } : told.session;
  const view = { ...told, session };
  const reading = { view, captions: useCaptions(), onTranscript: () => setReading(true) };
  return (
    <Page
      className={styles.page}
      title={<h1 className={styles.name}>{session.title}</h1>}
      banner={<ConnectionBanner connected={connection === 'live'} />}
    >
      <Banner tone={rehearsing ? 'warn' : 'info'}>{t(rehearsing ? 'team.rehearsal' : 'team.stage')}</Banner>
      <div className={styles.stage}>
        <Stage session={session} viewers={viewers} watcher={watcher} link={link} choice={choice} reading={reading} />
        <StageCaptions reading={reading} below />
      </div>
      <TranscriptPanel isOpen={isReading} view={view} onClose={() => setReading(false)} />
    </Page>
  );
}
