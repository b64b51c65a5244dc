import { type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { Phase, QuestionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { DeskFilter, Sight } from './desk-filters.ts';
import { FilterBar } from './FilterBar.tsx';
import { KeepPlace } from './KeepPlace.tsx';
import { PendingList } from './PendingList.tsx';
import styles from './PendingPane.module.css';
import { useCaughtFocus } from './use-caught-focus.ts';
import type { DeskModel } from './use-desk.ts';
import type { Picking } from './use-picking.ts';
import { paceOf, waitText } from './waiting.ts';

type PendingPaneProps = {
  desk: DeskModel;
  sight: Sight;
  picking: Picking;
  /** Something about it is begun and not sent. */
  isDrafted: (id: QuestionId) => boolean;
  staffName: (number: number) => string;
  /** All that wait, whatever the filter, the most urgent first. */
  waiting: readonly QuestionView[];
  phase: Phase;
  query: string;
  filter: DeskFilter;
  counts: Record<DeskFilter, number>;
  onFilter: (filter: DeskFilter) => void;
  filtersRef: RefObject<HTMLFieldSetElement | null>;
  listRef: RefObject<HTMLDivElement | null>;
  /** All on the selected question, or on the one that is being worked on. */
  detail: ReactNode;
  /** The review bar, or what stands in its place. */
  dock: ReactNode;
  /** What stands in its place, if anything does. */
  tool: string | null;
};

export function PendingPane(props: PendingPaneProps) {
  const {
    desk,
    sight,
    picking,
    isDrafted,
    staffName,
    waiting,
    phase,
    query,
    filter,
    counts,
    onFilter,
    filtersRef,
    listRef,
    detail,
    dock,
    tool,
  } = props;
  const { t } = useTranslation('moderate');
  const { rows } = desk;
  const side = useRef<HTMLDivElement>(null);
  useCaughtFocus(side, listRef);
  const oldest = waiting.reduce((least, { askedAt }) => Math.min(least, askedAt), Infinity);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.heading}>{t('pending.heading')}</h2>
        <span className={styles.count}>{waiting.length}</span>
        {query && <span className={styles.shown}>{t('filter.shown', { shown: rows.length, total: waiting.length })}</span>}
        {waiting.length > 0 && <Oldest askedAt={oldest} />}
      </header>
      <div className={styles.filters}>
        <FilterBar filter={filter} counts={counts} onFilter={onFilter} barRef={filtersRef} />
      </div>
      <div className={styles.work}>
        <KeepPlace className={styles.body} order={rows.map(({ question }) => question.id)} selectedId={desk.selected?.question.id}>
          {rows.length > 0 ? (
            <PendingList
              desk={desk}
              sight={sight}
              picked={picking.picked}
              onPick={picking.toggle}
              drafted={isDrafted}
              staffName={staffName}
              listRef={listRef}
              room={tool ?? 'all'}
            />
          ) : (
            <Nothing phase={phase} query={query} filter={filter} waiting={waiting.length} />
          )}
        </KeepPlace>
        <div ref={side} className={styles.side}>
          {detail && (
            <section className={styles.detail} aria-label={t('detail.heading')}>
              {detail}
            </section>
          )}
          <div className={styles.dock}>{dock}</div>
        </div>
      </div>
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

function Nothing({ phase, query, filter, waiting }: Pick<PendingPaneProps, 'phase' | 'query' | 'filter'> & { waiting: number }) {
  const { t } = useTranslation('moderate');
  if (query && waiting > 0) return <EmptyState icon="hide" title={t('filter.none', { query })} />;
  if (waiting > 0 && filter === 'todo')
    return (
      <EmptyState icon="check" title={t('pending.caughtUp')}>
        {t('pending.othersWait')}
      </EmptyState>
    );
  if (waiting > 0) return <EmptyState icon="hide" title={t('filters.none')} />;
  const note = phase === 'scheduled' ? 'pending.caughtUpScheduled' : phase === 'ended' ? 'pending.caughtUpEnded' : 'pending.caughtUpNote';
  return (
    <EmptyState icon="check" title={t('pending.caughtUp')}>
      {t(note)}
    </EmptyState>
  );
}
