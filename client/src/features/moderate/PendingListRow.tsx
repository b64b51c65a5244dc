import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView } from '@bedside/shared/view.ts';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import type { PendingRow } from './desk-state.ts';
import styles from './PendingList.module.css';
import type { Pace } from './waiting.ts';

export const rowId = (id: string) => `waiting-${id}`;

type RowProps = {
  question: QuestionView;
  /** Its place among all rows, from 0. */
  at: number;
  total: number;
  age: string;
  pace: Pace;
  state: PendingRow['state'];
  /** The colleague who has it open. */
  taken: string | null;
  isSelected: boolean;
  isPicked: boolean;
  isDrafted: boolean;
};

// By hand, so that moving the selection renders two rows and not all in sight.
export const PendingListRow = memo(function PendingListRow(props: RowProps) {
  const { question, at, total, age, pace, state, taken, isSelected, isPicked, isDrafted } = props;
  const { t } = useTranslation(['moderate', 'common']);
  const { id, text, name, redFlags } = question;
  const words = state === 'open' ? taken && t('claim.on', { name: taken }) : t(`pending.${state}`);
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its words stand deeper in it than the rule looks
    <div
      id={rowId(id)}
      data-question={id}
      role="option"
      aria-selected={isSelected}
      aria-disabled={state !== 'open' && state !== 'undo'}
      aria-posinset={at + 1}
      aria-setsize={total}
      className={cx(
        styles.row,
        isSelected && styles.selected,
        isPicked && styles.picked,
        Boolean(redFlags?.length) && styles.flagged,
        (state !== 'open' || taken !== null) && styles.leaving,
      )}
      style={{ '--at': at }}
    >
      <span data-pick className={styles.pick} aria-hidden="true" title={t('bulk.pick')}>
        <span className={styles.box}>{isPicked && <Icon name="check" size={1} />}</span>
      </span>
      <div className={styles.main}>
        <div className={styles.meta}>
          {isPicked && <VisuallyHidden>{t('bulk.isPicked')} </VisuallyHidden>}
          <RowMarks question={question} isDrafted={isDrafted} />
          {words ? (
            <span className={styles.state}>{words}</span>
          ) : name === null ? (
            <span className={styles.name}>{t('common:question.anonymous')}</span>
          ) : (
            <bdi className={styles.name}>{name}</bdi>
          )}
          <span className={cx(styles.age, styles[pace])}>{age}</span>
        </div>
        <p className={styles.text} dir="auto">
          {text ?? t('common:question.erased')}
        </p>
      </div>
    </div>
  );
});

/** What a moderator wants to know before opening it: the urgent in words, the rest as signs with words for who can't see them. */
function RowMarks({ question, isDrafted }: { question: QuestionView; isDrafted: boolean }) {
  const { t } = useTranslation('moderate');
  const { redFlags = [], status, objected, reports = [], personal = [], abuse = [], edited } = question;
  const reported = reports.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {redFlags.length > 0 && (
        <span className={styles.flag}>
          <Icon name="alert" size={1} />
          <span className={styles.flagWords}>{redFlags.map((flag) => t(`flag.${flag}`)).join(', ')}</span>
        </span>
      )}
      {status === 'in-review' && <Sign icon="lifebuoy" words={t('mark.inReview')} />}
      {objected && <Sign icon="flag" words={t('mark.objected')} />}
      {reported > 0 && <Sign icon="people" words={t('mark.reported', { count: reported })} />}
      {abuse.length > 0 && <Sign icon="hide" words={abuse.map((kind) => t(`abuse.${kind}`)).join(', ')} />}
      {personal.length > 0 && <Sign icon="info" words={t('mark.personal')} quiet />}
      {(edited || isDrafted) && <Sign icon="edit" words={t(isDrafted ? 'mark.drafted' : 'mark.edited')} quiet />}
    </>
  );
}

function Sign({ icon, words, quiet = false }: { icon: IconName; words: string; quiet?: boolean }) {
  return (
    <span className={cx(styles.sign, quiet && styles.quietSign)} title={words}>
      <Icon name={icon} size={1} />
      <span className={styles.signWords}>{words}</span>
    </span>
  );
}
