import type { ReactNode } from 'react';
import type { QuestionView } from '@bedside/shared/view.ts';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import styles from './QuestionCard.module.css';
import { RelativeTime } from './RelativeTime.tsx';

type QuestionCardProps = {
  question: Pick<QuestionView, 'text' | 'name' | 'askedAt'>;
  /** `lg` can be read at arm's length. */
  size?: 'md' | 'lg';
  tone?: 'plain' | 'accent' | 'quiet';
  /** Badges above the text. */
  marks?: ReactNode;
  /** Before the text, a vote button above all. */
  lead?: ReactNode;
  /** At the end of the line that says who asked. */
  aside?: ReactNode;
  /** Below the text. */
  children?: ReactNode;
  actions?: ReactNode;
  className?: string | undefined;
};

/** One question in any list: its text, who asked under which name, when, and what can be done. */
export function QuestionCard({
  question,
  size = 'md',
  tone = 'plain',
  marks,
  lead,
  aside,
  children,
  actions,
  className,
}: QuestionCardProps) {
  return (
    <article className={cx(styles.card, styles[size], styles[tone], className)}>
      {lead && <div className={styles.lead}>{lead}</div>}
      <div className={styles.main}>
        {marks && <div className={styles.marks}>{marks}</div>}
        <QuestionText text={question.text} />
        <div className={styles.foot}>
          <p className={styles.meta}>
            <AskerName name={question.name} /> <span aria-hidden="true">·</span> <RelativeTime at={question.askedAt} />
          </p>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </article>
  );
}

/** Plain text with its line breaks; an erased one says so. */
export function QuestionText({ text, className }: { text: string | null; className?: string | undefined }) {
  const { t } = useTranslation('common');
  if (text === null) return <p className={cx(styles.text, styles.erased, className)}>{t('question.erased')}</p>;
  return (
    <p className={cx(styles.text, className)} dir="auto">
      {text}
    </p>
  );
}

export function AskerName({ name }: { name: string | null }) {
  const { t } = useTranslation('common');
  return name === null ? <span>{t('question.anonymous')}</span> : <bdi>{name}</bdi>;
}
