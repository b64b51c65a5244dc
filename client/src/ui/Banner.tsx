import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './Icon.tsx';

const icons = { info: 'info', warn: 'alert', danger: 'alert', ok: 'check' } as const satisfies Record<string, IconName>;

/** A line across a page or a panel. Announced politely when it appears with `live`. */
export function Banner({
  tone = 'info',
  live = false,
  actions,
  children,
}: {
  tone?: keyof typeof icons;
  live?: boolean;
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={cx(styles.banner, styles[tone])} {...(live && { role: 'status' })}>
      <Icon name={icons[tone]} />
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
