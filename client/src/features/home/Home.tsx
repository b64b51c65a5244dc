import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SessionSummary } from '@bedside/shared/view.ts';
import home from '../../i18n/en/home.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ClockProvider } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EmergencyButton, NoticeText } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import styles from './Home.module.css';
import { SessionCard } from './SessionCard.tsx';
import { useSessions } from './use-sessions.ts';

addWords('home', home);

/** Sessions that are live now, that come, and that ended lately. */
export function Home() {
  const { t } = useTranslation(['home', 'common']);
  const { status, lists, organiser, retry } = useSessions();
  useDocumentTitle(t('documentTitle'));
  const schedule = organiser && (
    <Link href="/new" className={buttonClass()}>
      {t('schedule')}
    </Link>
  );
  return (
    <Page actions={schedule}>
      <div className={styles.intro}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
      </div>
      {status === 'loading' && <Skeleton lines={6} label={t('common:loading')} />}
      {status === 'failed' && (
        <Banner
          tone="danger"
          live
          actions={
            <Button size="sm" icon="refresh" onPress={retry}>
              {t('common:action.retry')}
            </Button>
          }
        >
          {t('failed')}
        </Banner>
      )}
      {lists && (
        <ServerClock now={lists.now}>
          <Group id="live" title={t('live')} sessions={lists.live} empty={t('noneLive')} />
          <Group id="upcoming" title={t('upcoming')} sessions={lists.upcoming} empty={t('noneUpcoming')} />
          {lists.recent.length > 0 && <Group id="recent" title={t('recent')} sessions={lists.recent} empty="" />}
        </ServerClock>
      )}
      <footer className={styles.footer}>
        <NoticeText />
        <EmergencyButton />
      </footer>
    </Page>
  );
}

/** Ages by the server's clock, as of the first answer. */
function ServerClock({ now, children }: { now: number; children: ReactNode }) {
  const [offset] = useState(() => now - Date.now());
  const [clock] = useState(() => () => Date.now() + offset);
  return <ClockProvider now={clock}>{children}</ClockProvider>;
}

function Group({ id, title, sessions, empty }: { id: string; title: string; sessions: readonly SessionSummary[]; empty: string }) {
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {sessions.length === 0 ? (
        <EmptyState icon="calendar" title={empty} />
      ) : (
        <ul className={styles.grid}>
          {sessions.map((session) => (
            <li key={session.id}>
              <SessionCard session={session} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
