/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- see AuditTable */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { AuditRow } from '@bedside/shared/audit.ts';
import { QuestionId } from '@bedside/shared/ids.ts';
import { cx } from '../../ui/cx.ts';
import hidden from '../../ui/VisuallyHidden.module.css';
import styles from './AuditTable.module.css';
import { shortId } from './filter.ts';
import { storyHref } from './use-audit-query.ts';
import type { AuditWords } from './use-audit-words.ts';

const columns = ['seq', 'at', 'actor', 'act', 'question'] as const;

/**
 * A table whose rows are grids, so that those out of sight are not laid out (`content-visibility` does not apply to a table's
 * own boxes) and that a phone shows them as cards. Some browsers forget what a table is once its boxes are others: hence the roles.
 */
export function AuditTable({ rows, caption, words }: { rows: readonly AuditRow[]; caption: string; words: AuditWords }) {
  const { t } = useTranslation('audit');
  return (
    <table role="table" className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead role="rowgroup" className={styles.head}>
        <tr role="row" className={styles.row}>
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col" className={styles[column]}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <Row key={row.seq} row={row} words={words} />
        ))}
      </tbody>
    </table>
  );
}

// By hand, so that a page more does not render the pages before it.
const Row = memo(function Row({ row, words }: { row: AuditRow; words: AuditWords }) {
  const { t } = useTranslation('audit');
  const into = QuestionId.safeParse(row.details.into);
  const details = words.details(row);
  return (
    <tr role="row" className={cx(styles.row, styles.event)}>
      <td role="cell" className={styles.seq}>
        {row.seq}
      </td>
      <td role="cell" className={styles.at}>
        <time dateTime={new Date(row.at).toISOString()}>{words.time(row.at)}</time>
      </td>
      <td role="cell" className={styles.actor}>
        {words.actor(row)}
      </td>
      <th role="rowheader" scope="row" className={styles.act}>
        {words.act(row.act)}
        {details.length > 0 && <span className={styles.details}>{details.join(' · ')}</span>}
        {into.success && (
          <span className={styles.details}>
            {t('detail.into')} <StoryLink id={into.data} />
          </span>
        )}
      </th>
      <td role="cell" className={styles.question}>
        {row.questionId && <StoryLink id={row.questionId} />}
      </td>
    </tr>
  );
});

function StoryLink({ id }: { id: QuestionId }) {
  const { t } = useTranslation('audit');
  const [path] = useLocation();
  return (
    <Link href={storyHref(path, id)} className={styles.link} title={id}>
      <span aria-hidden="true">{shortId(id)}</span>
      <span className={hidden.hidden}>{t('question.story', { id: shortId(id) })}</span>
    </Link>
  );
}
