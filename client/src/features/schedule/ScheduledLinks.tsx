import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toasts.ts';
import styles from './Schedule.module.css';

const kinds = ['host', 'cohost', 'interpreter', 'moderator', 'screener', 'reviewer', 'captioner', 'viewer'] as const;

export function ScheduledLinks({ made: { sessionId, links }, onAnother }: { made: RouteResult<'schedule'>; onAnother: () => void }) {
  const { t } = useTranslation('schedule');
  const lead = useRef<HTMLParagraphElement>(null);
  // The form with the focus is gone: go on reading from here.
  useEffect(() => lead.current?.focus(), []);
  return (
    <>
      <p ref={lead} tabIndex={-1} className={styles.lead}>
        {t('done.lead')}
      </p>
      <ul className={styles.links}>
        {kinds.map((kind) => (
          <li key={kind}>
            <LinkCard title={t(`done.${kind}`)} hint={t(`done.${kind}Hint`)} link={links[kind]} />
          </li>
        ))}
      </ul>
      <div className={styles.onward}>
        <Link href={`/s/${sessionId}`} className={buttonClass()}>
          {t('done.open')}
        </Link>
        <Button variant="quiet" onPress={onAnother}>
          {t('done.another')}
        </Button>
      </div>
    </>
  );
}

function LinkCard({ title, hint, link }: { title: string; hint: string; link: string }) {
  const { t } = useTranslation('schedule');
  const copy = async () => {
    const copied = await copyText(link);
    showToast(copied ? { text: t('done.copied') } : { text: t('done.failed'), tone: 'danger' });
  };
  return (
    <Card className={styles.link}>
      <div>
        <h2 className={styles.linkTitle}>{title}</h2>
        <p className={styles.hint}>{hint}</p>
      </div>
      <code className={styles.address}>{link}</code>
      <Button icon="copy" aria-label={`${t('done.copy')}: ${title}`} onPress={() => void copy()}>
        {t('done.copy')}
      </Button>
    </Card>
  );
}
