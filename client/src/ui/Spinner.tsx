import styles from './Spinner.module.css';

/** Decoration: say beside it what is awaited. `size` in rem. */
export function Spinner({ size = 1.5 }: { size?: number }) {
  return (
    <svg className={styles.spinner} viewBox="0 0 24 24" width={`${size}rem`} height={`${size}rem`} aria-hidden="true" focusable="false">
      <circle className={styles.track} cx="12" cy="12" r="9" />
      <path className={styles.arc} d="M12 3a9 9 0 0 1 9 9" />
    </svg>
  );
}
