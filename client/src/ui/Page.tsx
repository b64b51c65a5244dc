import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { cx } from './cx.ts';
import { Logo } from './Logo.tsx';
import styles from './Page.module.css';

type PageProps = {
  /** Beside the logo: the session's title and the like. */
  title?: ReactNode;
  /** At the header's end. */
  actions?: ReactNode;
  /** Below the header across the page: banners. */
  banner?: ReactNode;
  /** `narrow` for text and forms, `wide` for pages of columns. */
  width?: 'narrow' | 'wide' | 'full';
  className?: string | undefined;
  children: ReactNode;
};

/** Skip link, header with the logo, and the one `main`. */
export function Page({ title, actions, banner, width = 'wide', className, children }: PageProps) {
  const { t } = useTranslation('common');
  return (
    <div className={cx(styles.page, className)}>
      <a className={styles.skip} href="#main">
        {t('skipToContent')}
      </a>
      <header className={styles.header}>
        <Link href="/" className={styles.home}>
          <Logo wordmark={!title} />
        </Link>
        {title && <div className={styles.title}>{title}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {banner}
      <main id="main" tabIndex={-1} className={cx(styles.main, styles[width])}>
        {children}
      </main>
    </div>
  );
}
