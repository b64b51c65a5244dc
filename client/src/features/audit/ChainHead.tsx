import { useTranslation } from 'react-i18next';
import { auditFile } from '@bedside/shared/audit.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { buttonClass, IconButton } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toasts.ts';
import styles from './Audit.module.css';

const kinds = ['json', 'csv'] as const;

const fileAddress = (sessionId: SessionId, as: (typeof kinds)[number]) =>
  `${auditFile.path}?${new URLSearchParams({ sessionId, as }).toString()}`;

/** The log to take away, and the hash that proves it (rules U1 and U2). */
export function ChainHead({ sessionId, head }: { sessionId: SessionId; head: RouteResult<'audit'>['head'] }) {
  const { t } = useTranslation('audit');
  const copy = async () => {
    const copied = await copyText(head.hash);
    showToast(copied ? { text: t('chain.copied') } : { text: t('chain.notCopied'), tone: 'danger' });
  };
  return (
    <aside className={styles.aside} aria-label={t('download.title')}>
      <Card className={styles.card}>
        <h2 className={styles.heading}>{t('download.title')}</h2>
        <p className={styles.note}>{t('download.note')}</p>
        <div className={styles.downloads}>
          {kinds.map((as) => (
            <a key={as} href={fileAddress(sessionId, as)} download className={buttonClass({ size: 'sm' })}>
              {t(`download.${as}`)}
            </a>
          ))}
        </div>
      </Card>
      <Card className={styles.card}>
        <h2 className={styles.heading}>{t('chain.title')}</h2>
        <dl className={styles.chain}>
          <dt className={styles.note}>{t('chain.hash', { seq: head.seq })}</dt>
          <dd className={styles.hashLine}>
            <code className={styles.hash}>{head.hash}</code>
            <IconButton icon="copy" label={t('chain.copy')} onPress={() => void copy()} />
          </dd>
        </dl>
        <p className={styles.note}>{t('chain.note', { seq: head.seq })}</p>
        <p className={styles.note}>{t('chain.verify')}</p>
      </Card>
    </aside>
  );
}
