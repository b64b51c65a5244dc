import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { queue } from '@bedside/shared/ordering.ts';
import type { View } from '@bedside/shared/view.ts';
import { AskForm } from '../features/ask/AskForm.tsx';
import { AskWords } from '../features/ask/AskNote.tsx';
import { OwnMissing } from '../features/ask/OwnMissing.tsx';
import { useAsks } from '../features/ask/use-asks.ts';
import { useAsk } from '../features/ask/use-ask.ts';
import { useOwnNews } from '../features/ask/use-own-news.ts';
import { Queue } from '../features/queue/Queue.tsx';
import { useVotes } from '../features/queue/use-votes.ts';
import { NowAnswering } from '../features/watch/NowAnswering.tsx';
import { StageCaptions } from '../features/watch/CaptionsControl.tsx';
import { SessionInfo } from '../features/watch/SessionInfo.tsx';
import { Stage } from '../features/watch/Stage.tsx';
import { useCaptions } from '../features/watch/use-captions.ts';
import { type QualityChoice, useQuality } from '../features/watch/use-quality.ts';
import { useSessionNews } from '../features/watch/use-session-news.ts';
import { useWatcher, type Watching } from '../media/use-watcher.ts';
import { useMediaLink, useSession } from '../net/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ConnectionBanner } from '../ui/ConnectionBanner.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { EmergencyButton, NoticeText } from '../ui/Notice.tsx';
import { Page } from '../ui/Page.tsx';
import { useDocumentTitle } from '../ui/use-document-title.ts';
import { useWide } from '../ui/use-wide.ts';
import { Entering } from './Entering.tsx';
import styles from './PatientPage.module.css';

// Loaded with the first question of one's own.
const OwnQuestions = lazyPart(() => import('../features/ask/OwnQuestions.tsx').then((part) => part.OwnQuestions), OwnMissing);
const Hand = lazyPart(
  () => import('../features/hand/Hand.tsx').then((part) => part.Hand),
  () => null,
);
const TranscriptPanel = lazyPart(() => import('../features/watch/TranscriptPanel.tsx').then((part) => part.TranscriptPanel));
const AskSheet = lazyPart(() => import('../features/ask/AskSheet.tsx').then((part) => part.AskSheet));

/** What a patient sees: the picture first, then asking, one's own questions, and everyone's. */
export function PatientPage() {
  const { view } = useSession();
  const choice = useQuality();
  const watcher = useWatcher(useMediaLink(), choice.quality);
  return view ? <Patient view={view} choice={choice} watcher={watcher} /> : <Entering />;
}

function Patient({ view, choice, watcher }: { view: View; choice: QualityChoice; watcher: Watching }) {
  const { t } = useTranslation('watch');
  const { own, viewers, connection } = useSession();
  const link = useMediaLink();
  const wide = useWide();
  const [sheetOpen, setSheetOpen] = useState(false);
  const [reading, setReading] = useState(false);
  const captioned = { view, captions: useCaptions(), onTranscript: () => setReading(true) };
  const transcriptButton = useRef<HTMLButtonElement>(null);
  const closeTranscript = () => {
    setReading(false);
    transcriptButton.current?.focus();
  };
  const { session } = view;
  const ownQuestions = own?.questions ?? none;
  const asking = useAsk(session.id, ownQuestions);
  const asks = useAsks(session, own);
  const votes = useVotes();
  const answering = view.questions.find(({ id }) => id === session.answeringId) ?? null;
  useTitle(view);
  useSessionNews(session.phase, session.closed, answering);
  const [called, setCalled] = useState<QuestionId | null>(null);
  useOwnNews(ownQuestions, {
    covers: asking.reading.covers,
    onCall(id) {
      // On a phone the composer would be in front of it.
      setSheetOpen(false);
      setCalled(id);
    },
  });

  const connected = connection === 'live';
  // What is written already stays in sight, whatever is taken at the moment.
  const begun = asking.draft.text !== '' && session.phase !== 'scheduled' && session.phase !== 'ended';
  const closed = asks.kind === 'open' || asks.kind === 'slow' || begun ? null : <AskWords asks={asks} />;
  const composer = { asking, asks, questions: view.questions, voting: votes, connected };

  return (
    <Page
      className={styles.page}
      title={<h1 className={styles.title}>{session.title}</h1>}
      actions={
        wide && (
          <>
            <NoticeText className={styles.notice} />
            <EmergencyButton />
          </>
        )
      }
      banner={<ConnectionBanner connected={connected} />}
    >
      <div className={styles.columns}>
        <div className={styles.watching}>
          <div className={styles.stage}>
            <Stage session={session} viewers={viewers} watcher={watcher} link={link} choice={choice} reading={captioned} />
            <StageCaptions reading={captioned} below />
            {answering && <NowAnswering question={answering} own={ownQuestions.some(({ id }) => id === answering.id)} />}
          </div>
          <div className={styles.info}>
            <div className={styles.tools}>
              <Hand isOpen={session.phase !== 'scheduled' && session.phase !== 'ended'} session={session} />
              {(session.phase === 'live' || view.captions.lines.length > 0) && (
                <Button ref={transcriptButton} size="sm" icon="captions" aria-expanded={reading} onPress={() => setReading(!reading)}>
                  {t('transcript')}
                </Button>
              )}
            </div>
            <TranscriptPanel isOpen={reading} view={view} onClose={closeTranscript} />
            <SessionInfo session={session} />
          </div>
        </div>
        <div className={styles.taking}>
          {wide && (
            <section aria-labelledby="ask">
              <Card className={styles.ask}>
                <h2 id="ask" className={styles.heading}>
                  {t('ask.heading')}
                </h2>
                {closed ? <p className={styles.closed}>{closed}</p> : <AskForm {...composer} compact />}
              </Card>
            </section>
          )}
          <OwnQuestions
            isOpen={ownQuestions.length > 0}
            questions={ownQuestions}
            all={view.questions}
            line={queue(view.questions, 'top')}
            closed={session.closed}
            called={called}
          />
          <Queue view={view} own={own} votes={votes} />
        </div>
      </div>
      {!wide && (
        <div className={styles.foot}>
          <NoticeText className={styles.notice} />
          <div className={styles.footRow}>
            {closed ? (
              <p className={styles.closed}>{closed}</p>
            ) : (
              <Button variant="primary" icon="question" className={styles.askButton} onPress={() => setSheetOpen(true)}>
                {t('ask.button')}
              </Button>
            )}
            <EmergencyButton />
          </div>
          <AskSheet {...composer} isOpen={sheetOpen} onOpenChange={setSheetOpen} />
        </div>
      )}
    </Page>
  );
}

const none: readonly never[] = [];
const TITLE_MAX = 60;

function useTitle({ session, questions }: View) {
  const { t } = useTranslation('watch');
  const answering = questions.find(({ id }) => id === session.answeringId);
  const live = session.phase === 'live';
  useDocumentTitle(
    live && answering?.text
      ? t('documentTitle.answering', { question: answering.text.slice(0, TITLE_MAX) })
      : t(live ? 'documentTitle.live' : 'documentTitle.other', { title: session.title }),
  );
}
