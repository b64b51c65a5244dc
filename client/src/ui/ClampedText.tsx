import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import styles from './ClampedText.module.css';
import { cx } from './cx.ts';

/** The first lines of a long text, and a button for the rest, only where there is a rest. `beside` shares its line. */
export function ClampedText({ lines, beside, children }: { lines: 2 | 3 | 4; beside?: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || open) return;
    const measure = () => setOverflows(element.scrollHeight > element.clientHeight + 1);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [open, children]);
  return (
    <div className={styles.clamped}>
      <div ref={box} className={cx(!open && styles.box, !open && styles[`lines${lines}`])}>
        {children}
      </div>
      <div className={styles.foot}>
        {beside}
        {(overflows || open) && (
          <Button variant="quiet" size="sm" className={styles.more} aria-expanded={open} onPress={() => setOpen(!open)}>
            {t(open ? 'question.showLess' : 'question.showAll')}
          </Button>
        )}
      </div>
    </div>
  );
}
