import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import host from '../../i18n/en/host.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSession } from '../../net/session-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { cx } from '../../ui/cx.ts';
import { EmergencyButton, NoticeText } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSingleKeys } from '../../ui/use-single-keys.ts';
import { useWide } from '../../ui/use-wide.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import { BroadcastPanel } from './BroadcastPanel.tsx';
import { ClosedBanner } from './EmergencyClose.tsx';
import { Ended } from './Ended.tsx';
import { EraseAnswerDialog } from './EraseAnswerDialog.tsx';
import { KeysDialog } from './KeysDialog.tsx';
import { listsOf } from './lists.ts';
import { NowAnswering } from './NowAnswering.tsx';
import { Outputs } from './Outputs.tsx';
import { Questions } from './Questions.tsx';
import { Setup } from './Setup.tsx';
import type { Shortcut } from './shortcuts.ts';
import styles from './Studio.module.css';
import { hasCompany } from '../../voices/on-stage.ts';
import { useBroadcastNews, useStayWhileLive } from './use-broadcast-news.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { type Act, useQuestionActions } from './use-question-actions.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { type Studio as Controls, useStudio } from './use-studio.ts';
import { useTalkKey } from './use-talk-key.ts';
import { useWriting } from './use-writing.ts';

addWords('host', host);

// Loaded with the first voice beside the doctor's.
const Beside = lazyPart(() => import('../../voices/Beside.tsx').then((part) => part.Beside));

/** The doctor's page: get ready, go live, and answer what matters most. */
export function Studio() {
  const { t } = useTranslation('host');
  const { view, connection } = useSession();
  const wide = useWide();
  if (!view) return null;
  const { session } = view;
  const onAir = session.phase === 'live' || session.phase === 'paused';
  return (
    <Page
      width="wide"
      className={cx(styles.page, onAir && styles.fixed)}
      title={
        <div className={styles.title}>
          <h1 className={styles.name}>{session.title}</h1>
          {wide && <Badge>{t('role')}</Badge>}
        </div>
      }
      actions={
        <>
          {wide && <NoticeText className={styles.notice} />}
          <Outputs session={session} compact={!wide} />
          <EmergencyButton compact={!wide} />
        </>
      }
      banner={
        <>
          <ConnectionBanner connected={connection === 'live'} />
          {session.closed && <ClosedBanner />}
        </>
      }
    >
      <Stage view={view} />
    </Page>
  );
}

function Stage({ view }: { view: View }) {
  const { t } = useTranslation('common');
  const studio = useStudio(view);
  return studio ? <Faces view={view} studio={studio} /> : <Skeleton lines={5} label={t('loading')} />;
}

function Faces({ view, studio }: { view: View; studio: Controls }) {
  const { viewers } = useSession();
  const wide = useWide();
  const [keys, setKeys] = useSingleKeys();
  const [help, setHelp] = useState(false);
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
  // The one on top of the list as it is shown: what the doctor reads is what the key takes.
  const topShown = useRef<QuestionView | null>(null);
  const onTop = useCallback((question: QuestionView | null) => {
    topShown.current = question;
  }, []);
  const { session } = view;
  const answering = view.questions.find(({ id }) => id === session.answeringId) ?? null;
  const onAir = session.phase === 'live' || session.phase === 'paused';
  useBroadcastNews(session, studio.broadcast);
  useStayWhileLive(session.phase === 'live');
  useKeptFocus(`${session.phase} ${session.rehearsing} ${session.answeringId} ${actions.acted.size}`);

  // Where there is no room for two columns there is hardly a keyboard to be told of.
  const shown = keys && wide;
  const run = (shortcut: Shortcut) => {
    if (shortcut === 'help') return setHelp(true);
    if (!onAir) return;
    if (shortcut === 'microphone' || shortcut === 'camera') {
      if (studio.media.tracks[shortcut]) studio.toggle(shortcut);
    } else if (shortcut === 'done') {
      if (answering) actions.act('finish', answering);
    } else {
      const next = topShown.current ?? lists.next[0];
      if (next) actions.act('answer', next);
    }
  };
  useShortcuts(keys && session.phase !== 'ended', run);
  useTalkKey(keys && onAir && studio.media.tracks.microphone !== null, {
    isMuted: () => studio.publisher.getSnapshot().muted.microphone,
    toggle: () => studio.toggle('microphone'),
  });

  const questions = <Questions view={view} lists={lists} actions={actions} keys={shown && onAir} onTop={onTop} />;
  if (session.phase === 'ended') {
    return (
      <>
        <Ended view={view} lists={lists} write={writing.begin} />
        <AnswerDialog writing={writing} />
      </>
    );
  }
  return (
    <>
      {onAir ? (
        <div className={styles.live}>
          <div className={styles.answering}>
            <NowAnswering question={answering} act={actions.act} write={actions.write} keys={shown} hasNext={lists.next.length > 0} />
          </div>
          <div className={styles.next}>{questions}</div>
          <div className={styles.side}>
            <BroadcastPanel
              session={session}
              viewers={viewers}
              studio={studio}
              keys={shown}
              unanswered={lists.next.length + lists.aside.length}
              onHelp={() => setHelp(true)}
            />
            <Beside isOpen={hasCompany(session)} session={session} own="main" />
          </div>
        </div>
      ) : (
        <div className={styles.before}>
          <Setup session={session} studio={studio} />
          {session.phase === 'open' && questions}
        </div>
      )}
      <AnswerDialog writing={writing} />
      <EraseAnswerDialog isOpen={erasing !== null} onClose={() => setErasing(null)} onConfirm={() => erasing && move('requeue', erasing)} />
      <KeysDialog isOpen={help} onOpenChange={setHelp} keys={keys} onKeysChange={setKeys} />
    </>
  );
}
