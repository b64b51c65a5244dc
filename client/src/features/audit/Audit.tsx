import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SessionId } from '@bedside/shared/ids.ts';
import { addWords } from '../../i18n/i18n.ts';
import words from '../../i18n/en/audit.json' with { type: 'json' };
import { Button, buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import styles from './Audit.module.css';
import { AuditList } from './AuditList.tsx';
import { ChainHead } from './ChainHead.tsx';
import { useAuditLog, useSessionTitle } from './use-audit-log.ts';
import { useAuditQuery } from './use-audit-query.ts';

addWords('audit', words);

/** Who did what in a session, and when, for its moderators (rule U3). */
export function Audit({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation(['audit', 'common']);
  const { query, change } = useAuditQuery();
  const { log, state } = useAuditLog(sessionId, query);
  const title = useSessionTitle(sessionId);
  useDocumentTitle(title === null ? t('documentTitle') : t('documentTitleOf', { title }));

  const { head, failure } = state;
  if (head === null && failure?.code === 'forbidden') return <Forbidden sessionId={sessionId} />;
  return (
    <Page
      actions={
        <Link href={`/s/${sessionId}?as=moderator`} className={buttonClass({ variant: 'quiet' })}>
          {t('desk')}
        </Link>
      }
    >
      <div className={styles.page}>
        <div className={styles.intro}>
          <h1 className={styles.title}>{t('title')}</h1>
          {title !== null && <p className={styles.session}>{title}</p>}
          <p className={styles.lead}>{t('lead')}</p>
        </div>
        {head === null && !failure && <Skeleton lines={8} label={t('common:loading')} />}
        {head === null && failure && (
          <div role="alert">
            <EmptyState icon="alert" title={t('failed.title')}>
              <p className={styles.why}>{t(`common:error.${failure.code}`)}</p>
              <Button variant="primary" icon="refresh" isPending={state.busy} onPress={() => void log.begin(query.order)}>
                {t('common:action.retry')}
              </Button>
            </EmptyState>
          </div>
        )}
        {head && (
          <>
            <ChainHead sessionId={sessionId} head={head} />
            <AuditList log={log} state={state} query={query} change={change} />
          </>
        )}
      </div>
    </Page>
  );
}

function Forbidden({ sessionId }: { sessionId: SessionId }) {
  const { t } = useTranslation('audit');
  return (
    <Page width="narrow">
      <div role="alert" className={styles.forbidden}>
        <h1 className={styles.title}>{t('forbidden.title')}</h1>
        <p className={styles.lead}>{t('forbidden.text')}</p>
        <Link href={`/s/${sessionId}`} className={buttonClass()}>
          {t('forbidden.session')}
        </Link>
      </div>
    </Page>
  );
}
