import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Page } from '../ui/Page.tsx';
import styles from './Problem.module.css';
import { useDocumentTitle } from '../ui/use-document-title.ts';

export type ProblemKind =
  | 'crash'
  | 'forbidden'
  | 'invite-expired'
  | 'invite-invalid'
  | 'invite-unreachable'
  | 'invite-used'
  | 'no-identity'
  | 'no-page'
  | 'not-found'
  | 'protocol-mismatch'
  | 'unreachable';

// Where loading the page again is what helps.
const reloads = new Set<ProblemKind>(['crash', 'no-identity', 'protocol-mismatch', 'unreachable']);

/** A whole page that says what is wrong and what to do. `actions` come first. */
export function Problem({ kind, actions }: { kind: ProblemKind; actions?: ReactNode }) {
  const { t } = useTranslation('common');
  useDocumentTitle(`${t(`problem.${kind}.title`)} · Bedside`);
  return (
    <Page width="narrow">
      <div className={styles.problem} role="alert">
        <Icon name={reloads.has(kind) ? 'refresh' : 'info'} size={2.5} className={styles.icon} />
        <h1 className={styles.title}>{t(`problem.${kind}.title`)}</h1>
        <p className={styles.text}>{t(`problem.${kind}.text`)}</p>
        <div className={styles.actions}>
          {actions}
          {reloads.has(kind) && (
            <Button variant="primary" icon="refresh" onPress={() => location.reload()}>
              {t('action.reload')}
            </Button>
          )}
          <Link href="/" className={buttonClass()}>
            {t('action.home')}
          </Link>
        </div>
      </div>
    </Page>
  );
}
