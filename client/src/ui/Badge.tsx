import type { ReactNode } from 'react';
import styles from './Badge.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

export type BadgeTone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger' | 'live';

/** A short word on a state. The word carries the meaning, the colour only helps. */
export function Badge({
  tone = 'neutral',
  icon,
  dot = false,
  children,
}: {
  tone?: BadgeTone;
  icon?: IconName;
  dot?: boolean;
  children: ReactNode;
}) {
  return (
    <span className={cx(styles.badge, styles[tone])}>
      {dot && <span className={styles.dot} aria-hidden="true" />}
      {icon && <Icon name={icon} size={0.9375} />}
      <span>{children}</span>
    </span>
  );
}
