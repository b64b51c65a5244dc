import { useTranslation } from 'react-i18next';
import words from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSession } from '../../net/session-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { EmergencyButton } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Listening } from '../../voices/Listening.tsx';
import { VoicePanel } from '../../voices/VoicePanel.tsx';
import styles from './Interpreter.module.css';

addWords('voices', words);

/** An interpreter's page: hears everybody on stage, and is heard on a sound track of its own. */
export function Interpreter() {
  const { t } = useTranslation('voices');
  const { view, connection } = useSession();
  useDocumentTitle(view ? `${t('role.interpreter')} – ${view.session.title}` : t('role.interpreter'));
  if (!view) return null;
  const { session } = view;
  return (
    <Page
      title={
        <div className={styles.title}>
          <h1 className={styles.name}>{session.title}</h1>
          <Badge>{t('role.interpreter')}</Badge>
        </div>
      }
      actions={<EmergencyButton compact />}
      banner={<ConnectionBanner connected={connection === 'live'} />}
    >
      <div className={styles.columns}>
        <Card>
          <VoicePanel session={session} channel="interpreter" />
        </Card>
        <Card>
          <Listening session={session} own="interpreter" />
        </Card>
      </div>
    </Page>
  );
}
