import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueOrder } from '@bedside/shared/ordering.ts';
import type { OwnView, Phase, View } from '@bedside/shared/view.ts';
import { Counts } from '../../ui/Counts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { listOf } from './lists.ts';
import styles from './Queue.module.css';
import { QueueList } from './QueueList.tsx';
import { useReports } from './use-reports.ts';
import type { Votes } from './use-votes.ts';

const ReportDialog = lazyPart(() => import('./ReportDialog.tsx').then((part) => part.ReportDialog));

const orders = ['top', 'newest', 'answered'] as const satisfies readonly QueueOrder[];

/** The public questions, in three orders. */
export function Queue({ view, own, votes }: { view: View; own: OwnView | null; votes: Votes }) {
  const { t } = useTranslation('watch');
  const { phase, pinnedId } = view.session;
  const [order, setOrder] = useState<QueueOrder>(phase === 'ended' ? 'answered' : 'top');
  const reports = useReports();
  const rows = listOf(view.questions, order, pinnedId);
  const waiting = listOf(view.questions, 'top', pinnedId).length;
  const answered = listOf(view.questions, 'answered', null).length;
  const mine = new Set(own?.questions.map(({ id }) => id));

  return (
    <section className={styles.queue} aria-labelledby="queue">
      <h2 id="queue" className={styles.heading}>
        {t('queue.heading')}
      </h2>
      <Counts counts={view.counts} />
      {view.session.closed ? (
        <EmptyState icon="hide" title={t('queue.hiddenTitle')}>
          {t('queue.hiddenText')}
        </EmptyState>
      ) : (
        <Tabs
          label={t('queue.order')}
          selected={order}
          onSelect={setOrder}
          tabs={orders.map((id) => ({
            id,
            label: t(`queue.${id}`),
            ...(id === 'top' && { count: waiting }),
            ...(id === 'answered' && { count: answered }),
          }))}
        >
          {rows.length === 0 && <Empty order={order} phase={phase} />}
          <QueueList
            key={order}
            rows={rows}
            all={view.questions}
            pinnedId={pinnedId}
            mine={mine}
            votes={votes}
            closed={phase === 'ended' || order === 'answered'}
            reported={reports.done}
            onReport={reports.ask}
          />
        </Tabs>
      )}
      <ReportDialog isOpen={reports.asked !== null} onClose={reports.close} onReport={reports.send} />
    </section>
  );
}

function Empty({ order, phase }: { order: QueueOrder; phase: Phase }) {
  const { t } = useTranslation('watch');
  if (order === 'answered') return <EmptyState title={t('queue.emptyAnsweredTitle')}>{t('queue.emptyAnsweredText')}</EmptyState>;
  if (phase === 'ended') return <EmptyState title={t('queue.emptyEnded')} />;
  return (
    <EmptyState icon="question" title={t('queue.emptyTitle')}>
      {t(phase === 'scheduled' ? 'queue.emptyScheduled' : 'queue.emptyText')}
    </EmptyState>
  );
}
