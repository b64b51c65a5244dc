import { useTranslation } from 'react-i18next';
import type { AuditRow } from '@bedside/shared/audit.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './AuditList.module.css';
import { type AuditQuery, BUT_CLAIMS, choices } from './filter.ts';
import type { AuditWords } from './use-audit-words.ts';

/** No actor and no act is called so. */
const ALL = 'all';

type AuditFiltersProps = {
  rows: readonly AuditRow[];
  words: AuditWords;
  query: AuditQuery;
  change: (to: Partial<AuditQuery>) => void;
};

/** Offers those who did something, and what was done, in the rows that were read. */
export function AuditFilters({ rows, words, query, change }: AuditFiltersProps) {
  const { t, i18n } = useTranslation('audit');
  const roles = new Map(rows.map(({ actor, role }) => [actor, role]));
  const { compare } = new Intl.Collator(i18n.language, { numeric: true });
  const options = (
    key: 'actor' | 'act',
    chosen: string | null,
    first: { id: string; label: string }[],
    wordsOf: (id: string) => string,
  ) => {
    const counts = choices(rows, key);
    // What is chosen stays to be seen, also where nothing of it is left.
    if (chosen !== null && !counts.has(chosen) && !first.some(({ id }) => id === chosen)) counts.set(chosen, 0);
    const listed = [...counts].map(([id, count]) => ({ id, label: t('filter.choice', { words: wordsOf(id), count }) }));
    return [...first, ...listed.toSorted((one, other) => compare(one.label, other.label))];
  };
  const actorWords = (actor: string) => words.actor({ actor, role: roles.get(actor) ?? actor.replace(/ \d{1,9}$/, '') });
  const valueOf = (id: string) => (id === ALL ? null : id);
  return (
    <div role="group" aria-label={t('filter.legend')} className={styles.filters}>
      <Select
        label={t('filter.actor')}
        value={query.actor ?? ALL}
        options={options('actor', query.actor, [{ id: ALL, label: t('filter.everybody') }], actorWords)}
        onChange={(id) => change({ actor: valueOf(id) })}
      />
      <Select
        label={t('filter.act')}
        value={query.act ?? ALL}
        options={options(
          'act',
          query.act,
          [
            { id: ALL, label: t('filter.everything') },
            { id: BUT_CLAIMS, label: t('filter.butClaims') },
          ],
          words.act,
        )}
        onChange={(id) => change({ act: valueOf(id) })}
      />
      <Select
        label={t('filter.order')}
        value={query.order}
        options={[
          { id: 'newest', label: t('filter.newest') },
          { id: 'oldest', label: t('filter.oldest') },
        ]}
        onChange={(order) => change({ order })}
      />
      {(query.actor !== null || query.act !== null) && (
        <Button variant="quiet" icon="close" className={styles.clear} onPress={() => change({ actor: null, act: null })}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
