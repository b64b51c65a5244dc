import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@bedside/shared/view.ts';
import { TranscriptView } from '../../captions/TranscriptView.tsx';
import { IconButton } from '../../ui/Button.tsx';
import styles from './Captions.module.css';

type TranscriptPanelProps = { isOpen: boolean; view: View; onClose: () => void };

/** All that was said, to read at one's own pace. */
export function TranscriptPanel({ isOpen, view, onClose }: TranscriptPanelProps) {
  const { t } = useTranslation('captions');
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever opened it reads on here.
  useEffect(() => {
    if (isOpen) heading.current?.focus();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <section className={styles.panel} aria-labelledby="transcript">
      <div className={styles.panelHead}>
        <h2 ref={heading} id="transcript" tabIndex={-1} className={styles.panelTitle}>
          {t('transcript.title')}
        </h2>
        <IconButton icon="close" label={t('transcript.close')} onPress={onClose} />
      </div>
      <TranscriptView view={view} />
    </section>
  );
}
