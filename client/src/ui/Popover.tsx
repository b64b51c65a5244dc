import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components/Popover';
import { cx } from './cx.ts';
import styles from './Popover.module.css';

/** A small panel beside what opened it. The first child is its button. */
export function Popover({ trigger, label, children }: { trigger: ReactNode; label: string; children: ReactNode }) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={cx(styles.popover, styles.panel)}>
        <Dialog aria-label={label}>{children}</Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
