import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclineReason } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { pendingQueue } from '@bedside/shared/ordering.ts';
import type { View } from '@bedside/shared/view.ts';
import type { SessionSnapshot } from '../../net/session-client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { EmergencyButton, NoticeText } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { DeclineForm } from './DeclineForm.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import styles from './DeskPage.module.css';
import { DoctorSees, StreamState } from './DoctorSees.tsx';
import { matcher } from './filter.ts';
import { type PaneName, Panes } from './Panes.tsx';
import { PendingPane } from './PendingPane.tsx';
import { PublicPane } from './PublicPane.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SessionControls } from './SessionControls.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useArrivalNews } from './use-arrival-news.ts';
import { useDesk } from './use-desk.ts';
import { useDeskActions } from './use-desk-actions.ts';
import { useDeskKeys } from './use-desk-keys.ts';
import { useKeepOpen } from './use-keep-open.ts';
import { useMedia } from './use-media.ts';
import { useSingleKeys } from '../../ui/use-single-keys.ts';

export function DeskPage({ session: { connection, viewers }, view }: { session: SessionSnapshot; view: View }) {
  const { t } = useTranslation('moderate');
  const [query, setQuery] = useState('');
  const [pane, setPane] = useState<PaneName>('pending');
  const [help, setHelp] = useState(false);
  const [letterKeys, setLetterKeys] = useSingleKeys();
  const [declining, setDeclining] = useState<{ id: QuestionId; reason: DeclineReason | null } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const { session, questions } = view;
  const matches = useMemo(() => matcher(query), [query]);
  const desk = useDesk(view, matches);
  const waiting = pendingQueue(questions).filter(({ id }) => desk.intentOn(id) === null);
  const pendingIds = useMemo(() => pendingQueue(questions).map(({ id }) => id), [questions]);
  const selectedId = desk.selected?.question.id ?? null;
  const reason = declining?.id === selectedId ? declining : null;
  const isDeclining = reason !== null;
  const connected = connection === 'live';
  // Online, what is on its way has arrived before anybody could read about it.
  const unsent = connected ? 0 : desk.unsent;
  const isWide = useMedia('(min-width: 60rem)');

  useDocumentTitle(t(waiting.length > 0 ? 'documentTitleWaiting' : 'documentTitle', { count: waiting.length, title: session.title }));
  useArrivalNews(pendingIds);
  useKeepOpen(unsent > 0);
  useFocusAfter(isDeclining, list);

  const openDecline = () => {
    if (selectedId && desk.mayHaveRead()) setDeclining({ id: selectedId, reason: null });
  };
  const cancelDecline = () => setDeclining(null);
  const choose = (chosen: DeclineReason) => setDeclining((now) => now && { ...now, reason: chosen });
  const { run, pin } = useDeskActions({
    view,
    desk,
    refs: { list, grid, search },
    openDecline,
    openHelp: () => setHelp(true),
    showPane: setPane,
  });
  useDeskKeys({ letterKeys, run, declining: isDeclining ? { choose, cancel: cancelDecline } : null });

  const dock = reason ? (
    <DeclineForm
      key={reason.id}
      reason={reason.reason}
      onReason={choose}
      onCancel={cancelDecline}
      onDecline={(chosen, note) => {
        cancelDecline();
        desk.decline(chosen, note);
      }}
    />
  ) : (
    <ReviewBar
      outcome={desk.outcome}
      text={desk.outcomeOn?.text ?? null}
      canDecide={desk.selected !== null}
      canUndo={desk.canUndo}
      letterKeys={letterKeys}
      onApprove={desk.approve}
      onDecline={openDecline}
      onUndo={run.undo}
    />
  );

  return (
    <Page
      width="full"
      className={styles.page}
      title={<DeskHeader session={session} viewers={viewers} />}
      actions={<EmergencyButton compact />}
      banner={<ConnectionBanner connected={connected} />}
    >
      <div className={styles.tools}>
        <SearchBox value={query} onChange={setQuery} onLeave={() => search.current?.blur()} letterKeys={letterKeys} inputRef={search} />
        <p role="status" className={styles.unsent}>
          {unsent > 0 && t('unsent', { count: unsent })}
        </p>
        {isWide && unsent === 0 && <NoticeText className={styles.notice} />}
        <div className={styles.controls}>
          <Button variant="quiet" className={styles.help} onPress={() => setHelp(true)}>
            <span className={styles.helpWords}>
              {t('shortcuts.button')} {letterKeys && <Kbd decorative>?</Kbd>}
            </span>
          </Button>
          <SessionControls phase={session.phase} waiting={waiting.length} send={desk.send} />
        </div>
      </div>
      {session.phase === 'ended' && <Banner>{t('endedBanner')}</Banner>}
      <Panes
        isWide={isWide}
        selected={pane}
        onSelect={setPane}
        waiting={waiting.length}
        pending={
          <PendingPane
            desk={desk}
            waiting={waiting}
            phase={session.phase}
            query={query}
            listRef={list}
            dock={dock}
            isDeclining={isDeclining}
          />
        }
        published={<PublicPane view={view} desk={desk} query={query} matches={matches} onPin={pin} gridRef={grid} />}
        doctor={<DoctorSees session={session} questions={questions} />}
        stream={<StreamState session={session} />}
      />
      {!isWide && <NoticeText className={styles.notice} />}
      <ShortcutsDialog isOpen={help} onOpenChange={setHelp} letterKeys={letterKeys} onLetterKeys={setLetterKeys} />
    </Page>
  );
}

/** When what was open has closed, the keyboard goes on in the list. */
function useFocusAfter(isOpen: boolean, list: RefObject<HTMLElement | null>) {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) list.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen, list]);
}
