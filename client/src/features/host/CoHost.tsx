import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import host from '../../i18n/en/host.json' with { type: 'json' };
import voices from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSession } from '../../net/session-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { EmergencyButton } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { GuestBar } from '../../voices/GuestBar.tsx';
import { Listening } from '../../voices/Listening.tsx';
import { VoicePanel } from '../../voices/VoicePanel.tsx';
import { AnswerDialog } from './AnswerDialog.tsx';
import styles from './CoHost.module.css';
import { EraseAnswerDialog } from './EraseAnswerDialog.tsx';
import { listsOf } from './lists.ts';
import { NowAnswering } from './NowAnswering.tsx';
import { Questions } from './Questions.tsx';
import { type Act, useQuestionActions } from './use-question-actions.ts';
import { useWriting } from './use-writing.ts';

addWords('host', host);
addWords('voices', voices);

/** A co-host's page: on stage beside the doctor, with the same questions (rule T4). */
export function CoHost() {
  const { t } = useTranslation('voices');
  const { view, connection } = useSession();
  useDocumentTitle(view ? `${t('role.cohost')} – ${view.session.title}` : t('role.cohost'));
  if (!view) return null;
  const { session } = view;
  return (
    <Page
      width="wide"
      title={
        <div className={styles.title}>
          <h1 className={styles.name}>{session.title}</h1>
          <span className={styles.role}>
            <Badge>{t('role.cohost')}</Badge>
          </span>
        </div>
      }
      actions={<EmergencyButton compact />}
      banner={<ConnectionBanner connected={connection === 'live'} />}
    >
      <div className={styles.columns}>
        <div className={styles.stage}>
          <Card className={styles.hears}>
            <Listening session={session} own="cohost" />
            <GuestBar session={session} />
          </Card>
          <Card>
            <VoicePanel session={session} channel="cohost" />
          </Card>
        </div>
        <Work view={view} />
      </div>
    </Page>
  );
}

const noTop = () => {};

function Work({ view }: { view: View }) {
  const moves = useQuestionActions(view);
  const writing = useWriting(view.questions);
  const [erasing, setErasing] = useState<QuestionView | null>(null);
  const { act: move } = moves;
  const act = useCallback<Act>(
    (did, question) => (did === 'requeue' && question.answer !== undefined ? setErasing(question) : move(did, question)),
    [move],
  );
  const actions = { ...moves, act, write: writing.begin };
  const lists = listsOf(actions.questions);
  const { session } = view;
  const answering = view.questions.find(({ id }) => id === session.answeringId) ?? null;
  const onAir = session.phase === 'live' || session.phase === 'paused';
  return (
    <div className={styles.questions}>
      {onAir && <NowAnswering question={answering} act={act} write={writing.begin} keys={false} hasNext={lists.next.length > 0} />}
      <Questions view={view} lists={lists} actions={actions} keys={false} onTop={noTop} />
      <AnswerDialog writing={writing} />
      <EraseAnswerDialog isOpen={erasing !== null} onClose={() => setErasing(null)} onConfirm={() => erasing && move('requeue', erasing)} />
    </div>
  );
}
