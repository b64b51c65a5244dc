import { useId } from 'react';
import field from './Field.module.css';
import styles from './NativeSelect.module.css';

type NativeSelectProps<K extends string> = {
  label: string;
  value: K | null;
  options: readonly { id: K; label: string }[];
  /** Shown while nothing is chosen. */
  placeholder: string;
  onChange: (value: K) => void;
};

/** The browser's own choice: for long lists on phones, and where nothing more may need to be loaded. */
export function NativeSelect<K extends string>({ label, value, options, placeholder, onChange }: NativeSelectProps<K>) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find((each) => each.id === chosen);
    if (option) onChange(option.id);
  };
  return (
    <div className={styles.row}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select id={id} className={`${field.control} ${styles.select}`} value={value ?? ''} onChange={(event) => choose(event.target.value)}>
        {value === null && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
