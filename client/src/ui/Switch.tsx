import { useId } from 'react';
import field from './Field.module.css';
import styles from './Switch.module.css';
import hidden from './VisuallyHidden.module.css';

type SwitchProps = {
  label: string;
  description?: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
};

/** The browser's own check box, told and drawn as a switch: React Aria's is 4 kB of a patient's first load. */
export function Switch({ label, description, isSelected, onChange, isDisabled = false }: SwitchProps) {
  const about = useId();
  return (
    <div className={field.field}>
      <label className={styles.switch}>
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a check box says it by itself
          role="switch"
          className={hidden.hidden}
          checked={isSelected}
          disabled={isDisabled}
          aria-describedby={description && about}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={styles.track} aria-hidden="true">
          <span className={styles.thumb} />
        </span>
        <span>{label}</span>
      </label>
      {description && (
        <span id={about} className={field.description}>
          {description}
        </span>
      )}
    </div>
  );
}
