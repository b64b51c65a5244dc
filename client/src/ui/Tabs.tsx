import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import styles from './Tabs.module.css';

type TabsProps<K extends string> = {
  label: string;
  selected: K;
  onSelect: (id: K) => void;
  tabs: readonly { id: K; label: string; count?: number }[];
  /** The panel of the selected tab; the others are not kept. */
  children: ReactNode;
};

/**
 * Tabs as the ARIA Authoring Practices have them, selection following focus. By hand, because React Aria's
 * bring its whole machinery of collections, 11 kB of a patient's first load.
 */
export function Tabs<K extends string>({ label, selected, onSelect, tabs, children }: TabsProps<K>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const place = tabs.findIndex(({ id }) => id === selected);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const backwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? tabs.length - 1
          : event.key === 'ArrowLeft' || event.key === 'ArrowRight'
            ? (place + (event.key === backwards ? -1 : 1) + tabs.length) % tabs.length
            : null;
    const tab = next === null ? undefined : tabs[next];
    if (!tab || next === null) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={styles.list}>
        {tabs.map(({ id, label: words, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}tab-${id}`}
            aria-selected={id === selected}
            aria-controls={`${base}panel`}
            tabIndex={id === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(id)}
            onKeyDown={move}
          >
            {words}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}tab-${selected}`} className={styles.panel}>
        {children}
      </div>
    </div>
  );
}
