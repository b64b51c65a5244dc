import type { ReactNode } from 'react';
import styles from './Kbd.module.css';

/** A key's cap. Inside a button pass `decorative`: the button's own `aria-keyshortcuts` tells assistive technology. */
export function Kbd({ decorative = false, children }: { decorative?: boolean; children: ReactNode }) {
  return (
    <kbd className={styles.kbd} {...(decorative && { 'aria-hidden': true })}>
      {children}
    </kbd>
  );
}
