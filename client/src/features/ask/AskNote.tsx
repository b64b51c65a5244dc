import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { useNow } from '../../ui/clock.tsx';
import { timeOrDay } from '../../ui/time.ts';
import { type Asks, waitOf } from './asks.ts';
import type { Refused } from './use-ask.ts';

type Closed = Exclude<Asks, { kind: 'open' }>;

/** Why nothing can be sent at the moment; `kept` where something was written, which stays. */
export function AskNote({ asks, kept }: { asks: Closed; kept: boolean }) {
  const { t } = useTranslation('watch');
  return (
    <Banner tone="warn">
      <AskWords asks={asks} /> {kept && t('ask.kept')}
    </Banner>
  );
}

const words = { 'not-yet': 'ask.notYet', ended: 'ask.closed', closed: 'ask.hidden', locked: 'ask.locked' } as const;

/** The same in words alone. A time to wait counts down, and is not announced every second. */
export function AskWords({ asks }: { asks: Closed }) {
  const { t, i18n } = useTranslation('watch');
  const now = useNow(1000);
  if (asks.kind === 'slow') return <Wait ms={asks.until - now} slow />;
  if (asks.kind !== 'muted') return t(words[asks.kind]);
  return asks.until === null ? t('ask.muted') : t('ask.mutedUntil', { when: timeOrDay(asks.until, now, i18n.language) });
}

/** Why a question was not taken. */
export function Refusal({ failure: { code, retryAfterMs = 0, at } }: { failure: Refused }) {
  const { t } = useTranslation(['watch', 'common']);
  const now = useNow(1000);
  const waits = (code === 'rate-limited' || code === 'slow-mode') && retryAfterMs > 0;
  return (
    <Banner tone={waits ? 'warn' : 'danger'} live={!waits}>
      {waits ? <Wait ms={at + retryAfterMs - now} slow={code === 'slow-mode'} /> : t(`common:error.${code}`)}
    </Banner>
  );
}

function Wait({ ms, slow }: { ms: number; slow: boolean }) {
  const { t } = useTranslation('watch');
  if (ms <= 0) return t('ask.again');
  const { unit, count } = waitOf(ms);
  return t(slow ? 'ask.slowMode' : 'ask.wait', { wait: t(`ask.in.${unit}`, { count }) });
}
