import { type KeyboardEvent, memo, type MouseEvent, type Ref, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/clock.tsx';
import { cx } from '../../ui/cx.ts';
import type { PendingRow } from './desk-state.ts';
import styles from './PendingList.module.css';
import type { DeskModel } from './use-desk.ts';
import { type Pace, paceOf, waitText } from './waiting.ts';

const AGE_EVERY_MS = 15_000;
const rowId = (id: string) => `waiting-${id}`;

type PendingListProps = {
  desk: DeskModel;
  listRef: Ref<HTMLDivElement>;
  /** Changes when the list gets higher or lower. */ room: 'all' | 'less';
};

/** One stop of the Tab key; the selected row is named by `aria-activedescendant`, so focus never gets lost with a row. */
export function PendingList({ desk, listRef, room }: PendingListProps) {
  const { t, i18n } = useTranslation(['moderate', 'common']);
  const now = useNow(AGE_EVERY_MS);
  const { rows, selected } = desk;
  const selectedId = selected?.question.id;
  // Once, not per row.
  const [erased, anonymous, justNow] = [t('common:question.erased'), t('common:question.anonymous'), t('pending.now')];

  useLayoutEffect(() => {
    if (selectedId) document.getElementById(rowId(selectedId))?.scrollIntoView({ block: 'nearest' });
  }, [selectedId, room]);

  const onClick = ({ target }: MouseEvent) => {
    const id = target instanceof Element && target.closest<HTMLElement>('[data-question]')?.dataset.question;
    const row = rows.find(({ question }) => question.id === id);
    if (row && (row.state === 'open' || row.state === 'undo')) desk.select(row.question);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = rows.filter(({ state }) => state === 'open');
    const edge = event.key === 'Home' ? open[0] : event.key === 'End' ? open.at(-1) : undefined;
    if (edge) desk.select(edge.question);
    else if (event.key === 'ArrowDown') desk.step(1);
    else if (event.key === 'ArrowUp') desk.step(-1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={listRef}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('pending.list')}
      aria-activedescendant={selectedId && rowId(selectedId)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ question, state }) => (
        <Row
          key={question.id}
          id={question.id}
          text={question.text ?? erased}
          name={question.name}
          anonymous={anonymous}
          age={waitText(now - question.askedAt, i18n.language, justNow)}
          pace={paceOf(now - question.askedAt)}
          state={state}
          words={state === 'open' ? null : t(`pending.${state}`)}
          isSelected={question.id === selectedId}
        />
      ))}
    </div>
  );
}

type RowProps = {
  id: string;
  text: string;
  name: string | null;
  anonymous: string;
  age: string;
  pace: Pace;
  state: PendingRow['state'];
  words: string | null;
  isSelected: boolean;
};

// By hand, so that moving the selection among hundreds of rows renders two of them.
const Row = memo(function Row({ id, text, name, anonymous, age, pace, state, words, isSelected }: RowProps) {
  return (
    <div
      id={rowId(id)}
      data-question={id}
      role="option"
      aria-selected={isSelected}
      aria-disabled={state !== 'open' && state !== 'undo'}
      className={cx(styles.row, isSelected && styles.selected, state !== 'open' && styles.leaving)}
    >
      <div className={styles.meta}>
        {name === null ? <span>{anonymous}</span> : <bdi className={styles.name}>{name}</bdi>}
        {words && <span className={styles.state}>{words}</span>}
        <span className={cx(styles.age, styles[pace])}>{age}</span>
      </div>
      <p className={styles.text} dir="auto">
        {text}
      </p>
    </div>
  );
});
