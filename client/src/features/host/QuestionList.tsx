import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { FlipList } from '../../ui/FlipList.tsx';
import { useHeldList } from '../../ui/use-held-list.ts';
import { useGrowing } from '../../ui/use-growing.ts';
import styles from './QuestionList.module.css';
import { QuestionRow } from './QuestionRow.tsx';
import { useIdleRelease, useLatest } from './use-list-hold.ts';
import type { QuestionActions } from './use-question-actions.ts';

type QuestionListProps = {
  questions: readonly QuestionView[];
  /** All questions of the view, in whatever list. */
  all: readonly QuestionView[];
  actions: QuestionActions;
  pinnedId: QuestionId | null;
  size: 'lg' | 'md';
  canAnswer: boolean;
  /** The id of what describes the buttons that answer. */
  describedBy: string;
  /** For the list whose first question the shortcut takes: whether it works, and who wants to know which it is. */
  keys?: boolean;
  onTop?: (question: QuestionView | null) => void;
};

/** Stands still while it is used; glides to its new order otherwise. */
export function QuestionList({ questions, all, actions, pinnedId, size, canAnswer, describedBy, keys = false, onTop }: QuestionListProps) {
  const { t } = useTranslation('host');
  const { rows, fresh, stale, release, holders } = useHeldList(questions, all);
  const use = useIdleRelease(stale, release);
  const { acted, act, write } = actions;
  // After the doctor's own action the list moves at once: it is what they asked for.
  const letGo = useLatest(release);
  useEffect(() => letGo.current(), [acted, letGo]);

  const shown = rows.filter(({ row, gone }) => !(gone && acted.has(row.id)));
  const { shown: most, sentinel: end } = useGrowing(shown.length);
  const first = onTop && shown.find(({ gone }) => !gone)?.row;
  useEffect(() => {
    onTop?.(first ?? null);
    return () => onTop?.(null);
  }, [first, onTop]);
  return (
    <div role="presentation" {...holders} onPointerMove={use} onKeyDown={use}>
      <FlipList
        className={styles.list}
        rowClassName={cx(styles.item, size === 'md' && styles.small)}
        rows={shown.slice(0, most).map(({ row, gone }) => ({
          key: row.id,
          node: (
            <QuestionRow
              question={row}
              gone={gone}
              pinned={row.id === pinnedId}
              first={row.id === first?.id}
              keys={keys}
              size={size}
              canAnswer={canAnswer}
              describedBy={describedBy}
              act={act}
              write={write}
            />
          ),
        }))}
      />
      <div ref={end} />
      <div className={styles.staleness}>
        {stale && (
          <Button size="sm" icon="refresh" onPress={release}>
            {fresh > 0 ? t('next.arrivals', { count: fresh }) : t('next.reorder')}
          </Button>
        )}
      </div>
    </div>
  );
}
