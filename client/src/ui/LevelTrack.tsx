import type { HTMLAttributes } from 'react';
import styles from './LevelTrack.module.css';

/** How loud it is, 0 to 1, as a bar; what it is for readers of screens is whoever uses it's to say. */
export function LevelTrack({ level, ...props }: { level: number } & Omit<HTMLAttributes<HTMLDivElement>, 'className' | 'children'>) {
  return (
    <div {...props} className={styles.track}>
      <div className={styles.level} style={{ transform: `scaleX(${level})` }} />
    </div>
  );
}
