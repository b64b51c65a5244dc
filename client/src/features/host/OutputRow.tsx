import { useTranslation } from 'react-i18next';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Outputs.module.css';

const tones: Record<OutputHealth['state'], BadgeTone> = {
  off: 'neutral',
  starting: 'accent',
  on: 'ok',
  retrying: 'warn',
  failed: 'danger',
  full: 'danger',
};

type OutputRowProps = {
  label: string;
  note?: string;
  on: boolean;
  /** Undefined before it is known. */
  health: OutputHealth | undefined;
  isDisabled?: boolean;
  onChange: (on: boolean) => void;
  onRemove?: () => void;
};

/** One output: a switch, and in words how it does, since when and why. */
export function OutputRow({ label, note, on, health, isDisabled = false, onChange, onRemove }: OutputRowProps) {
  const { t } = useTranslation('host');
  return (
    <div className={styles.row}>
      <div className={styles.top}>
        <div className={styles.name}>
          <Switch label={label} isSelected={on} isDisabled={isDisabled} onChange={onChange} {...(note && { description: note })} />
        </div>
        <div className={styles.head}>
          {on && health && <Badge tone={tones[health.state]}>{t(`outputs.state.${health.state}`)}</Badge>}
          {onRemove && <IconButton icon="close" label={t('outputs.remove', { label })} onPress={onRemove} />}
        </div>
      </div>
      {on && health && health.why !== null && (
        <p className={styles.note}>
          {t(`outputs.why.${health.why}`)}
          {health.state !== 'off' && (
            <>
              {' · '}
              <RelativeTime at={health.since} />
            </>
          )}
        </p>
      )}
    </div>
  );
}
