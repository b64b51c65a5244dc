import { useTranslation } from 'react-i18next';
import type { View } from '@bedside/shared/view.ts';
import { useWatcher } from '../../media/use-watcher.ts';
import { useMediaLink, useSession } from '../../net/session-context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { Page } from '../../ui/Page.tsx';
import { Stage } from './Stage.tsx';
import { useQuality } from './use-quality.ts';

/** For the team: the stage as patients see it, a rehearsal too (rule S21). */
export function StagePage() {
  const { view } = useSession();
  return view && <TeamStage view={view} />;
}

function TeamStage({ view: { session } }: { view: View }) {
  const { t } = useTranslation('watch');
  const { viewers, connection } = useSession();
  const link = useMediaLink();
  const choice = useQuality();
  const watcher = useWatcher(link, choice.quality);
  const rehearsing = session.rehearsing === true;
  return (
    <Page title={<h1>{session.title}</h1>} banner={<ConnectionBanner connected={connection === 'live'} />}>
      <Banner tone={rehearsing ? 'warn' : 'info'}>{t(rehearsing ? 'team.rehearsal' : 'team.stage')}</Banner>
      <Stage
        session={rehearsing ? { ...session, phase: 'live' } : session}
        viewers={viewers}
        watcher={watcher}
        link={link}
        choice={choice}
      />
    </Page>
  );
}
