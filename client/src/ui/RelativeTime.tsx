import { useTranslation } from 'react-i18next';
import { useNow } from './clock.tsx';
import { elapsed, fullTime, isoDuration, relativeTime } from './time.ts';

/** "5 minutes ago", kept current, with the full date as a hint. */
export function RelativeTime({ at, className }: { at: number; className?: string | undefined }) {
  const { t, i18n } = useTranslation('common');
  const now = useNow(15_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, i18n.language)} className={className}>
      {relativeTime(at, now, i18n.language, t('time.justNow'))}
    </time>
  );
}

/** Time since, counting by the second: "12:04". Never announced. */
export function Elapsed({ since, className }: { since: number; className?: string | undefined }) {
  const now = useNow(1000);
  return (
    <time dateTime={isoDuration(now - since)} className={className} aria-live="off">
      {elapsed(now - since)}
    </time>
  );
}
