import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { useNow } from '../../ui/clock.tsx';
import { isTaken } from './claiming.ts';
import type { Sight } from './desk-filters.ts';
import { canSelect, type PendingRow } from './desk-state.ts';
import styles from './PendingList.module.css';
import { PendingListRow, rowId } from './PendingListRow.tsx';
import type { Picked } from './picked.ts';
import type { DeskModel } from './use-desk.ts';
import { useWindowed } from './use-windowed.ts';
import { paceOf, waitText } from './waiting.ts';

const AGE_EVERY_MS = 15_000;

type PendingListProps = {
  desk: DeskModel;
  sight: Sight;
  picked: Picked;
  onPick: (id: QuestionId) => void;
  drafted: (id: QuestionId) => boolean;
  staffName: (number: number) => string;
  listRef: RefObject<HTMLDivElement | null>;
  /** Changes when the list gets higher or lower. */
  room: string;
};

/**
 * One stop of the Tab key; the selected row is named by `aria-activedescendant`, so focus never gets lost with a row. All rows
 * are of one height and only those in sight are rendered, with the selected one wherever it is.
 */
export function PendingList({ desk, sight, picked, onPick, drafted, staffName, listRef, room }: PendingListProps) {
  const { t, i18n } = useTranslation(['moderate', 'common']);
  const now = useNow(AGE_EVERY_MS);
  const { rows, selected } = desk;
  const selectedId = selected?.question.id;
  const { from, to } = useWindowed(listRef, rows.length);
  const selectedAt = rows.findIndex(({ question }) => question.id === selectedId);

  useLayoutEffect(() => {
    if (selectedId) document.getElementById(rowId(selectedId))?.scrollIntoView({ block: 'nearest' });
  }, [selectedId, room]);

  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const id = target instanceof Element && target.closest<HTMLElement>('[data-question]')?.dataset.question;
    const row = rows.find(({ question }) => question.id === id);
    if (!row || !canSelect(row)) return;
    const isPick = event.ctrlKey || event.metaKey || (target instanceof Element && target.closest('[data-pick]') !== null);
    if (isPick) onPick(row.question.id);
    else desk.select(row.question);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const open = rows.filter(({ state }) => state === 'open');
    const edge = event.key === 'Home' ? open[0] : event.key === 'End' ? open.at(-1) : undefined;
    if (edge) desk.select(edge.question);
    else if (event.key === 'ArrowDown') desk.step(1);
    else if (event.key === 'ArrowUp') desk.step(-1);
    else return;
    event.preventDefault();
  };

  const row = ({ question, state }: PendingRow, at: number) => (
    <PendingListRow
      key={question.id}
      question={question}
      at={at}
      total={rows.length}
      age={waitText(now - question.askedAt, i18n.language, t('pending.now'))}
      pace={paceOf(now - question.askedAt)}
      state={state}
      taken={isTaken(question, sight) && question.claim ? staffName(question.claim.by) : null}
      isSelected={at === selectedAt}
      isPicked={picked.has(question.id)}
      isDrafted={drafted(question.id)}
    />
  );
  const outside = selectedAt !== -1 && (selectedAt < from || selectedAt >= to) ? rows[selectedAt] : undefined;

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
      style={{ '--count': rows.length }}
    >
      {outside && selectedAt < from && row(outside, selectedAt)}
      {rows.slice(from, to).map((each, place) => row(each, from + place))}
      {outside && selectedAt >= to && row(outside, selectedAt)}
    </div>
  );
}
