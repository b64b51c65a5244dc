import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueOrder } from '@bedside/shared/ordering.ts';
import type { OwnView, Phase, View } from '@bedside/shared/view.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { listOf } from './lists.ts';
import styles from './Queue.module.css';
import { QueueList } from './QueueList.tsx';
import { useVotes } from './use-votes.ts';

const orders = ['top', 'newest', 'answered'] as const satisfies readonly QueueOrder[];

/** The public questions, in three orders. */
export function Queue({ view, own }: { view: View; own: OwnView | null }) {
  const { t } = useTranslation('watch');
  const { phase, pinnedId } = view.session;
  const [order, setOrder] = useState<QueueOrder>(phase === 'ended' ? 'answered' : 'top');
  const votes = useVotes();
  const rows = listOf(view.questions, order, pinnedId);
  const waiting = listOf(view.questions, 'top', pinnedId).length;
  const answered = listOf(view.questions, 'answered', null).length;
  const mine = new Set(own?.questions.map(({ id }) => id));

  return (
    <section className={styles.queue} aria-labelledby="queue">
      <h2 id="queue" className={styles.heading}>
        {t('queue.heading')}
      </h2>
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
        />
      </Tabs>
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
