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
  | 'removed'
  | 'unreachable';

// Where loading the page again is what helps.
const reloads = new Set<ProblemKind>(['crash', 'no-identity', 'protocol-mismatch', 'unreachable']);

type ProblemProps = {
  kind: ProblemKind;
  /** Come first. */
  actions?: ReactNode;
  /** In place of the kind's own text. */
  text?: ReactNode;
};

/** A whole page that says what is wrong and what to do. */
export function Problem({ kind, actions, text }: ProblemProps) {
  const { t } = useTranslation('common');
  useDocumentTitle(`${t(`problem.${kind}.title`)} · Bedside`);
  return (
    <Page width="narrow">
      <div className={styles.problem} role="alert">
        <Icon name={reloads.has(kind) ? 'refresh' : 'info'} size={2.5} className={styles.icon} />
        <h1 className={styles.title}>{t(`problem.${kind}.title`)}</h1>
        <div className={styles.text}>{text ?? <p>{t(`problem.${kind}.text`)}</p>}</div>
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
