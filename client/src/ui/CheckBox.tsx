import styles from './CheckBox.module.css';

type CheckBoxProps = { label: string; isSelected: boolean; onChange: (isSelected: boolean) => void };

/** The browser's own, with the whole line to press on. */
export function CheckBox({ label, isSelected, onChange }: CheckBoxProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" className={styles.box} checked={isSelected} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
