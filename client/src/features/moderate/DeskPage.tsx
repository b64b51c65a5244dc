import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isWaiting, pendingQueue } from '@bedside/shared/ordering.ts';
import { can } from '@bedside/shared/roles.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import type { SessionSnapshot } from '../../net/session-client.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { EmergencyButton, NoticeText } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useSingleKeys } from '../../ui/use-single-keys.ts';
import { flagged } from './alarm.ts';
import { behind } from './behind.ts';
import { chime } from './chime.ts';
import { claimable } from './claiming.ts';
import { deskFilters, filterCounts, filterTest, type Sight, splitQueue } from './desk-filters.ts';
import { DeskHeader } from './DeskHeader.tsx';
import styles from './DeskPage.module.css';
import { DeskTools } from './DeskTools.tsx';
import { DoctorSees, StreamState } from './DoctorSees.tsx';
import { matcher } from './filter.ts';
import { heldBack } from './held-back.ts';
import { NamePrompt } from './NamePrompt.tsx';
import { type PaneName, Panes } from './Panes.tsx';
import { PendingPane } from './PendingPane.tsx';
import type { PublicTab } from './public-lists.ts';
import { PublicPane } from './PublicPane.tsx';
import { useRememberedChoice, useRememberedSwitch } from '../../ui/remembered.ts';
import { ReviewPanel } from './ReviewPanel.tsx';
import { SavedReplies } from './SavedReplies.tsx';
import { SessionSettings } from './SessionSettings.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useStaffName } from './staff-names.ts';
import { useArrivalNews } from './use-arrival-news.ts';
import { useClaim } from './use-claim.ts';
import { useDesk } from './use-desk.ts';
import { useDrafts } from './use-drafts.ts';
import { useEditing } from './use-editing.ts';
import { useFlagAlarm } from './use-flag-alarm.ts';
import { useFocusAfter } from './use-focus-after.ts';
import { useKeepOpen } from './use-keep-open.ts';
import { useMedia } from './use-media.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { usePicking } from './use-picking.ts';
import { useQuestionActions } from './use-question-actions.ts';
import { useReview } from './use-review.ts';
import { useWritings } from './use-writings.ts';

// Loaded with the first hand.
const Hands = lazyPart(() => import('./Hands.tsx').then((part) => part.Hands));

/** A claim that ran out shows within this. */
const NOW_EVERY_MS = 5000;

export function DeskPage({ snapshot, view }: { snapshot: SessionSnapshot; view: View }) {
  const { connection, viewers, role, own } = snapshot;
  const { t } = useTranslation('moderate');
  const [query, setQuery] = useState('');
  const [pane, setPane] = useState<PaneName>('pending');
  const [publicTab, setPublicTab] = useState<PublicTab>('queue');
  const [dialog, setDialog] = useState<'help' | 'replies' | 'settings' | null>(null);
  const [letterKeys, setLetterKeys] = useSingleKeys();
  const [sound, setSound] = useRememberedSwitch('bedside.flag-sound');
  const [split, setSplit] = useRememberedSwitch('bedside.split-work');
  const [filter, setFilter] = useRememberedChoice('bedside.desk-filter', deskFilters, 'todo');
  const [list, grid, search, filters] = [
    useRef<HTMLDivElement>(null),
    useRef<HTMLDivElement>(null),
    useRef<HTMLInputElement>(null),
    useRef<HTMLFieldSetElement>(null),
  ];

  const { session, questions } = view;
  const now = useNow(NOW_EVERY_MS);
  const { clinician: policy = 'never', staff } = session;
  const me = own?.staffNumber;
  const sight = useMemo<Sight>(() => ({ role, policy, me, now }), [role, policy, me, now]);
  // The lists follow the field as fast as they can be rendered; the field follows every key.
  const shownQuery = useDeferredValue(query);
  const finds = useMemo(() => matcher(shownQuery), [shownQuery]);
  const matches = useMemo(() => {
    const passes = filterTest(filter, sight);
    return (question: QuestionView) => passes(question) && finds(question);
  }, [filter, sight, finds]);
  const order = useMemo(() => (split && me !== undefined ? splitQueue(me, staff?.length ?? 1) : pendingQueue), [split, me, staff]);
  const desk = useDesk(view, { matches, order, sight });
  const drafts = useDrafts(questions);
  const writings = useWritings(questions);
  const editing = useEditing(desk, drafts);
  const picking = usePicking(desk.rows);
  const actions = useQuestionActions(desk, session);
  const staffName = useStaffName(staff);

  const waiting = pendingQueue(questions).filter(({ id }) => desk.intentOn(id) === null);
  const counts = useMemo(() => filterCounts(questions, sight), [questions, sight]);
  const pendingIds = useMemo(() => questions.filter(isWaiting).map(({ id }) => id), [questions]);
  const flags = useMemo(() => flagged(questions), [questions]);
  const { hands } = session;
  const urgent = useMemo(() => [...flags, ...(hands ?? []).filter(({ redFlags }) => redFlags !== undefined)], [flags, hands]);
  const held = useMemo(() => heldBack(session, questions, now), [session, questions, now]);
  const connected = connection === 'live';
  // Online, what is on its way has arrived before anybody could read about it.
  const unsent = connected ? 0 : desk.unsent;
  const isWide = useMedia('(min-width: 60rem)');

  const review = useReview({
    view,
    desk,
    editing,
    picking,
    reviewer: sight,
    refs: { list, grid, search, filters },
    letterKeys,
    pin: actions.pin,
    showPane: setPane,
    openHelp: () => setDialog('help'),
    openReplies: () => setDialog('replies'),
  });
  const { subject, tool, openTool } = review;

  const plainTitle = t(waiting.length > 0 ? 'documentTitleWaiting' : 'documentTitle', { count: waiting.length, title: session.title });
  useDocumentTitle(urgent.length > 0 ? t('documentTitleFlags', { title: plainTitle }) : plainTitle);
  useArrivalNews(pendingIds);
  useFlagAlarm(urgent, sound);
  useKeepOpen(unsent > 0 || writings.any || drafts.any);
  useFocusAfter({ isOpen: tool !== null, subject, pane, showPane: setPane, list, grid });
  useClaim({ id: claimable(subject, sight), engaged: tool !== null, connected });

  const [skipped, setSkipped] = useRememberedSwitch('bedside.staff-unnamed');
  const isNamed = staff?.some(({ number, name }) => number === me && name !== null) ?? false;

  const showFlags = () => {
    setFilter('flags');
    setQuery('');
    setPane('pending');
    // Where panes are shown one at a time, the list is there one render later.
    requestAnimationFrame(() => list.current?.focus({ preventScroll: true }));
  };

  return (
    <Page
      width="full"
      className={styles.page}
      title={<DeskHeader session={session} role={role} viewers={viewers} flags={flags.length} onFlags={showFlags} />}
      actions={<EmergencyButton compact />}
      banner={<ConnectionBanner connected={connected} />}
    >
      <DeskTools
        session={session}
        role={role}
        query={query}
        onQuery={setQuery}
        searchRef={search}
        letterKeys={letterKeys}
        unsent={unsent}
        withNotice={isWide}
        waiting={waiting.length}
        send={desk.send}
        onOpen={setDialog}
      />
      <Hands isOpen={(session.hands?.length ?? 0) > 0 || session.guest !== undefined} session={session} />
      {!isNamed && !skipped && <NamePrompt onName={actions.introduce} onSkip={() => setSkipped(true)} />}
      {session.phase === 'ended' && <Banner>{t('endedBanner')}</Banner>}
      {session.closed && (
        <Banner
          tone="danger"
          live
          actions={
            can(role, 'reopen-session') && (
              <Button size="sm" onPress={() => actions.tell({ type: 'reopen-session' })}>
                {t('settings.reopen')}
              </Button>
            )
          }
        >
          {t('settings.closedBanner')}
        </Banner>
      )}
      <Panes
        isWide={isWide}
        selected={pane}
        onSelect={setPane}
        waiting={waiting.length}
        pending={
          <ReviewPanel
            {...{ view, desk, drafts, writings, editing, picking, actions, review, sight, staffName, letterKeys }}
            render={(detail, dock) => (
              <PendingPane
                desk={desk}
                sight={sight}
                picking={picking}
                isDrafted={(id) => drafts.of(id) !== null || writings.has(id)}
                staffName={staffName}
                waiting={waiting}
                phase={session.phase}
                query={shownQuery}
                filter={filter}
                counts={counts}
                onFilter={setFilter}
                filtersRef={filters}
                listRef={list}
                detail={detail}
                dock={dock}
                tool={tool?.kind ?? null}
              />
            )}
          />
        }
        published={
          <PublicPane
            view={view}
            desk={desk}
            query={shownQuery}
            matches={finds}
            role={role}
            tab={publicTab}
            onTab={setPublicTab}
            onPin={actions.pin}
            onTool={openTool}
            onDismiss={actions.dismissReports}
            onTakeAnswerBack={actions.takeAnswerBack}
            gridRef={grid}
          />
        }
        doctor={
          <>
            <DoctorSees session={session} questions={questions} />
            <Counts counts={view.counts} />
          </>
        }
        stream={<StreamState session={session} />}
      />
      {!isWide && <NoticeText className={styles.notice} />}
      <ShortcutsDialog
        isOpen={dialog === 'help'}
        onOpenChange={() => setDialog(null)}
        {...{ letterKeys, sound, split }}
        onLetterKeys={setLetterKeys}
        onSound={(on) => {
          setSound(on);
          if (on) chime();
        }}
        onSplit={setSplit}
      />
      <SessionSettings
        isOpen={dialog === 'settings'}
        onOpenChange={() => setDialog(null)}
        session={session}
        role={role}
        send={actions.tell}
        held={held}
        onLift={actions.lift}
      />
      <SavedReplies
        isOpen={dialog === 'replies'}
        onOpenChange={() => setDialog(null)}
        replies={session.savedReplies ?? []}
        onUse={
          subject &&
          ((text) => {
            const begun = writings.of('reply', subject.id) ?? subject.reply ?? '';
            setDialog(null);
            writings.keep('reply', subject.id, behind(begun, text));
            openTool('reply', subject);
          })
        }
        onSave={actions.saveReply}
        onDelete={(replyId) => actions.tell({ type: 'delete-reply', replyId })}
      />
    </Page>
  );
}
