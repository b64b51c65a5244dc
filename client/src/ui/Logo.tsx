import styles from './Logo.module.css';

export function Logo({ wordmark = true }: { wordmark?: boolean }) {
  return (
    <span className={styles.logo}>
      <svg viewBox="0 0 32 32" width="1.75rem" height="1.75rem" aria-hidden="true" focusable="false">
        <path
          className={styles.bubble}
          d="M9 3h14a6 6 0 0 1 6 6v9a6 6 0 0 1-6 6h-5.6l-5.2 4.6A1 1 0 0 1 10.5 28v-4H9a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6Z"
        />
        <path className={styles.pulse} d="M7.5 14h4l2.3-5 4 9.5 2.3-4.5h4.4" />
      </svg>
      {wordmark ? <span className={styles.word}>Bedside</span> : <span className={styles.hiddenWord}>Bedside</span>}
    </span>
  );
}
