import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../ui/cx.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './Panes.module.css';

export type PaneName = 'pending' | 'public' | 'doctor';

type PanesProps = {
  isWide: boolean;
  selected: PaneName;
  onSelect: (pane: PaneName) => void;
  waiting: number;
  pending: ReactNode;
  published: ReactNode;
  doctor: ReactNode;
  stream: ReactNode;
};

/** Side by side where there is room, else one at a time. */
export function Panes({ isWide, selected, onSelect, waiting, pending, published, doctor, stream }: PanesProps) {
  const { t } = useTranslation('moderate');
  if (!isWide) {
    return (
      <div className={styles.narrow}>
        <Tabs
          label={t('panes')}
          selected={selected}
          onSelect={onSelect}
          tabs={[
            { id: 'pending', label: t('pending.heading'), count: waiting },
            { id: 'public', label: t('public.heading') },
            { id: 'doctor', label: t('doctor.tab') },
          ]}
        >
          {selected === 'pending' && <section className={styles.pane}>{pending}</section>}
          {selected === 'public' && (
            <section className={cx(styles.pane, styles.padded)}>
              <VisuallyHidden>
                <h2>{t('public.heading')}</h2>
              </VisuallyHidden>
              {published}
            </section>
          )}
          {selected === 'doctor' && (
            <section className={cx(styles.pane, styles.padded)}>
              <div className={styles.top}>
                <h2 className={styles.heading}>{t('doctor.heading')}</h2>
                {stream}
              </div>
              {doctor}
            </section>
          )}
        </Tabs>
      </div>
    );
  }
  return (
    <div className={styles.wide}>
      <section className={cx(styles.pane, styles.pending)} aria-label={t('pending.heading')}>
        {pending}
      </section>
      <section className={cx(styles.pane, styles.doctor)} aria-labelledby="desk-doctor">
        <div className={styles.top}>
          <h2 id="desk-doctor" className={styles.heading}>
            {t('doctor.heading')}
          </h2>
          {stream}
        </div>
        {doctor}
      </section>
      <section className={cx(styles.pane, styles.public)} aria-labelledby="desk-public">
        <h2 id="desk-public" className={styles.heading}>
          {t('public.heading')}
        </h2>
        <div className={styles.scroll}>{published}</div>
      </section>
    </div>
  );
}
