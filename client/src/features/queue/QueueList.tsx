import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { FlipList } from '../../ui/FlipList.tsx';
import { useGrowing } from '../../ui/use-growing.ts';
import { useHeldList } from '../../ui/use-held-list.ts';
import styles from './Queue.module.css';
import { GoneRow, QueueRow } from './QueueRow.tsx';
import type { Votes } from './use-votes.ts';

type QueueListProps = {
  rows: readonly QuestionView[];
  /** All questions of the view, in whatever list. */
  all: readonly QuestionView[];
  pinnedId: QuestionId | null;
  mine: ReadonlySet<QuestionId>;
  votes: Votes;
  /** Votes are shown, not taken. */
  closed: boolean;
  reported: ReadonlySet<QuestionId>;
  onReport(id: QuestionId): void;
};

/** Keeps still under a finger, a pointer and the keyboard; glides to its new order otherwise. */
export function QueueList({ rows, all, pinnedId, mine, votes, closed, reported, onReport }: QueueListProps) {
  const { t } = useTranslation('watch');
  const list = useHeldList(rows, all);
  const { shown, grow, sentinel } = useGrowing(list.rows.length);
  const left = list.rows.length - shown;
  return (
    <div {...list.holders}>
      <div className={styles.waiting}>
        {list.stale && (
          <Button size="sm" icon="refresh" className={styles.refresh} onPress={list.release}>
            {list.fresh > 0 ? t('queue.fresh', { count: list.fresh }) : t('queue.moved')}
          </Button>
        )}
      </div>
      <FlipList
        className={styles.list}
        rowClassName={styles.row}
        rows={list.rows.slice(0, shown).map(({ row, gone }) => {
          const { on, count } = votes.of(row);
          return {
            key: row.id,
            node: gone ? (
              <GoneRow question={row} />
            ) : (
              <QueueRow
                question={row}
                pinned={row.id === pinnedId}
                mine={mine.has(row.id)}
                on={on}
                count={count}
                closed={closed}
                onVote={votes.cast}
                reported={reported.has(row.id)}
                onReport={onReport}
              />
            ),
          };
        })}
      />
      <div ref={sentinel} className={styles.more}>
        {left > 0 && (
          <Button variant="quiet" onPress={grow}>
            {t('queue.more', { count: left })}
          </Button>
        )}
      </div>
    </div>
  );
}
