import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Phase, SessionSummary } from '@bedside/shared/view.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/clock.tsx';
import { dayAndTime, fullTime, relativeTime } from '../../ui/time.ts';
import styles from './SessionCard.module.css';

const tones: Record<Phase, BadgeTone> = { scheduled: 'neutral', open: 'accent', live: 'live', paused: 'warn', ended: 'neutral' };
const calls = { scheduled: 'view', open: 'ask', live: 'watch', paused: 'watch', ended: 'read' } as const satisfies Record<Phase, string>;

/** One session on the front page; the whole card is the link's target. */
export function SessionCard({
  session: { id, title, description, host, phase, startsAt, endedAt, answered },
}: {
  session: SessionSummary;
}) {
  const { t, i18n } = useTranslation(['home', 'common']);
  const now = useNow(15_000);
  const words = (at: number) => relativeTime(at, now, i18n.language, t('common:time.justNow'));
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Badge tone={tones[phase]} dot={phase === 'live'}>
          {t(`common:phase.${phase}`)}
        </Badge>
        {(phase === 'scheduled' || phase === 'open') && (
          <time dateTime={new Date(startsAt).toISOString()} title={fullTime(startsAt, i18n.language)} className={styles.when}>
            {dayAndTime(startsAt, now, i18n.language)}
          </time>
        )}
        {phase === 'ended' && endedAt !== null && <span className={styles.when}>{t('ended', { when: words(endedAt) })}</span>}
      </div>
      <h3 className={styles.title}>
        <Link href={`/s/${id}`} className={styles.link}>
          {title}
        </Link>
      </h3>
      <p className={styles.host}>
        {host.name}
        {host.title && <span className={styles.hostTitle}> · {host.title}</span>}
      </p>
      {description && <p className={styles.description}>{description}</p>}
      <p className={styles.foot}>
        <span className={styles.call} aria-hidden="true">
          {t(calls[phase])}
        </span>
        {answered > 0 && <span>{t('answered', { count: answered })}</span>}
      </p>
    </article>
  );
}
