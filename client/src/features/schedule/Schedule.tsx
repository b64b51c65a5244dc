import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { addWords } from '../../i18n/i18n.ts';
import words from '../../i18n/en/schedule.json';
import { api } from '../../net/api.ts';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { PlanForm } from './PlanForm.tsx';
import styles from './Schedule.module.css';
import { ScheduledLinks } from './ScheduledLinks.tsx';

addWords('schedule', words);

type Made = RouteResult<'schedule'>;

/** Where an organiser schedules a session and gets its links. */
export function Schedule() {
  const { t } = useTranslation(['schedule', 'common']);
  const [organiser, setOrganiser] = useState<boolean | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  useDocumentTitle(t('documentTitle'));

  useEffect(() => {
    let left = false;
    // Out of reach: let the form be filled in; sending it says what is wrong.
    void api.me({}).then((me) => {
      if (!left) setOrganiser(me.ok ? me.organiser : true);
    });
    return () => {
      left = true;
    };
  }, []);

  return (
    <Page width="narrow">
      <div className={styles.page}>
        <h1 className={styles.title}>{t(made ? 'done.title' : organiser === false ? 'forbidden.title' : 'title')}</h1>
        {organiser === null && <Skeleton label={t('common:loading')} />}
        {organiser === false && <p className={styles.lead}>{t('forbidden.text')}</p>}
        {organiser && !made && (
          <>
            <p className={styles.lead}>{t('lead')}</p>
            <PlanForm onMade={setMade} />
          </>
        )}
        {made && <ScheduledLinks made={made} onAnother={() => setMade(null)} />}
      </div>
    </Page>
  );
}
