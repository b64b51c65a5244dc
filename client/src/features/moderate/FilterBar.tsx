import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { type DeskFilter, deskFilters } from './desk-filters.ts';
import styles from './FilterBar.module.css';

type FilterBarProps = {
  filter: DeskFilter;
  counts: Record<DeskFilter, number>;
  onFilter: (filter: DeskFilter) => void;
  barRef: Ref<HTMLFieldSetElement>;
};

const always: readonly DeskFilter[] = ['todo', 'all'];

/** What the list shows. A kind of which there is none is left out, but for the one that is chosen. */
export function FilterBar({ filter, counts, onFilter, barRef }: FilterBarProps) {
  const { t } = useTranslation('moderate');
  const offered = deskFilters.filter((each) => always.includes(each) || each === filter || counts[each] > 0);
  return (
    <fieldset ref={barRef} className={styles.bar}>
      <legend className={styles.legend}>{t('filters.legend')}</legend>
      {offered.map((each) => (
        <label key={each} className={cx(styles.chip, each === filter && styles.chosen, each === 'flags' && styles.urgent)}>
          <input
            type="radio"
            name="desk-filter"
            value={each}
            checked={each === filter}
            onChange={() => onFilter(each)}
            className={styles.radio}
          />
          <span>{t(`filters.${each}`)}</span> <span className={styles.count}>{counts[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}
