import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeepPlace } from './KeepPlace.tsx';
import { PendingList } from './PendingList.tsx';
import styles from './PendingPane.module.css';
import type { DeskModel } from './use-desk.ts';
import { paceOf, waitText } from './waiting.ts';

type PendingPaneProps = {
  desk: DeskModel;
  /** All that wait, whatever the filter, the oldest first. */
  waiting: readonly QuestionView[];
  phase: Phase;
  query: string;
  listRef: Ref<HTMLDivElement>;
  /** The review bar, or the choice of a reason in its place. */
  dock: ReactNode;
  isDeclining: boolean;
};

export function PendingPane({ desk, waiting, phase, query, listRef, dock, isDeclining }: PendingPaneProps) {
  const { t } = useTranslation('moderate');
  const { rows } = desk;
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t('pending.heading')}</h2>
        <span className={styles.count}>{waiting.length}</span>
        {query && <span className={styles.shown}>{t('filter.shown', { shown: rows.length, total: waiting.length })}</span>}
        {waiting[0] && <Oldest askedAt={waiting[0].askedAt} />}
      </header>
      <KeepPlace className={styles.body} order={rows.map(({ question }) => question.id)} selectedId={desk.selected?.question.id}>
        {rows.length > 0 ? (
          <PendingList desk={desk} listRef={listRef} room={isDeclining ? 'less' : 'all'} />
        ) : (
          <Nothing phase={phase} query={query} waiting={waiting.length} />
        )}
      </KeepPlace>
      <div className={styles.dock}>{dock}</div>
    </>
  );
}

const tones = { fine: 'neutral', slow: 'warn', late: 'danger' } as const;

function Oldest({ askedAt }: { askedAt: number }) {
  const { t, i18n } = useTranslation('moderate');
  const waited = useNow(15_000) - askedAt;
  const pace = paceOf(waited);
  return (
    <span className={styles.oldest}>
      <Badge tone={tones[pace]} icon={pace === 'fine' ? 'clock' : 'alert'}>
        {t(`pending.oldest.${pace}`, { age: waitText(waited, i18n.language, t('pending.now')) })}
      </Badge>
    </span>
  );
}

function Nothing({ phase, query, waiting }: { phase: Phase; query: string; waiting: number }) {
  const { t } = useTranslation('moderate');
  if (query && waiting > 0) return <EmptyState icon="hide" title={t('filter.none', { query })} />;
  const note = phase === 'scheduled' ? 'pending.caughtUpScheduled' : phase === 'ended' ? 'pending.caughtUpEnded' : 'pending.caughtUpNote';
  return (
    <EmptyState icon="check" title={t('pending.caughtUp')}>
      {t(note)}
    </EmptyState>
  );
}
