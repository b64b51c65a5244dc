import type { ReactNode } from 'react';
import styles from './Card.module.css';
import { cx } from './cx.ts';

/** A raised surface. `tone` accent marks the one that matters now. */
export function Card({
  tone = 'plain',
  className,
  children,
}: {
  tone?: 'plain' | 'accent' | 'sunken';
  className?: string | undefined;
  children: ReactNode;
}) {
  return <div className={cx(styles.card, styles[tone], className)}>{children}</div>;
}
