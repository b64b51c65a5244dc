import { type Ref, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { can, type Role } from '@bedside/shared/roles.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { useHeldList } from '../../ui/use-held-list.ts';
import { useSteady } from '../../ui/use-steady.ts';
import type { Intent } from './desk-state.ts';
import { PAGE_ROWS, publicList, publicTabs, type PublicTab } from './public-lists.ts';
import styles from './PublicPane.module.css';
import { PublicRow } from './PublicRow.tsx';
import type { QuestionTool } from './tool.ts';
import type { DeskModel } from './use-desk.ts';

/** Of little interest while there is nothing in them. */
const sometimes: ReadonlySet<PublicTab> = new Set(['attention', 'merged']);

type PublicPaneProps = {
  view: View;
  desk: DeskModel;
  query: string;
  matches: (question: QuestionView) => boolean;
  role: Role;
  tab: PublicTab;
  onTab: (tab: PublicTab) => void;
  onPin: (question: QuestionView) => void;
  onTool: (kind: QuestionTool, question: QuestionView) => void;
  onDismiss: (question: QuestionView) => void;
  onTakeAnswerBack: (question: QuestionView) => void;
  gridRef: Ref<HTMLDivElement>;
};

export function PublicPane(props: PublicPaneProps) {
  const { view, matches, tab, onTab } = props;
  const { t } = useTranslation('moderate');
  const { questions } = view;
  const counts = useMemo(
    () => new Map(publicTabs.map((name) => [name, publicList(questions, name).filter(matches).length])),
    [questions, matches],
  );
  return (
    <Tabs
      label={t('public.tabs')}
      selected={tab}
      onSelect={onTab}
      // Queue and newest are the same questions: one count says it.
      tabs={publicTabs
        .filter((id) => !sometimes.has(id) || id === tab || (counts.get(id) ?? 0) > 0)
        .map((id) => ({ id, label: t(`public.${id}`), ...(id !== 'newest' && { count: counts.get(id) ?? 0 }) }))}
    >
      <PublicList key={tab} {...props} />
    </Tabs>
  );
}

function PublicList(props: PublicPaneProps) {
  const { view, tab, desk, query, matches, role, gridRef } = props;
  const { t } = useTranslation('moderate');
  const [most, setMost] = useState(PAGE_ROWS);
  const [stop, setStop] = useState<QuestionId | null>(null);
  const [erasing, setErasing] = useState<QuestionView | null>(null);
  const { questions, session } = view;
  const onPin = useSteady(props.onPin);
  const onTool = useSteady(props.onTool);
  const onDismiss = useSteady(props.onDismiss);
  const onTakeBack = useSteady((question: QuestionView) => desk.undo(question, false));
  const list = useMemo(() => publicList(questions, tab).filter(matches), [questions, tab, matches]);
  const { rows, fresh, stale, release, holders } = useHeldList(list, questions);
  // Whoever looks for words wants what has them, wherever the pointer is.
  const [looked, setLooked] = useState(query);
  if (looked !== query) {
    setLooked(query);
    setMost(PAGE_ROWS);
    release();
  }
  const shown = rows.slice(0, most);
  const stopAt = shown.some(({ row }) => row.id === stop) ? stop : shown[0]?.row.id;
  const more = rows.length - shown.length;

  if (rows.length === 0) return <Nothing tab={tab} query={query} />;
  return (
    <div {...holders}>
      <div ref={gridRef} role="grid" aria-label={t(`public.list.${tab}`)} className={styles.grid}>
        {shown.map(({ row, gone }) => (
          <PublicRow
            key={row.id}
            question={row}
            gone={gone}
            isPinned={session.pinnedId === row.id}
            goingBack={backOf(desk.intentOn(row.id))}
            into={row.mergedInto === undefined ? null : (questions.find(({ id }) => id === row.mergedInto)?.text ?? null)}
            isStop={row.id === stopAt}
            onStop={setStop}
            onPin={onPin}
            onTakeBack={onTakeBack}
            onTool={onTool}
            onDismiss={onDismiss}
            onTakeAnswerBack={can(role, 'requeue-question') ? setErasing : null}
            canAnswer={can(role, 'publish-answer')}
          />
        ))}
      </div>
      {more > 0 && (
        <Button wide onPress={() => setMost(most + PAGE_ROWS)}>
          {t('public.more', { count: Math.min(more, PAGE_ROWS) })}
        </Button>
      )}
      <ConfirmDialog
        title={t('public.eraseAnswerTitle')}
        isOpen={erasing !== null}
        onOpenChange={() => setErasing(null)}
        confirm={t('public.eraseAnswerConfirm')}
        danger
        onConfirm={() => erasing && props.onTakeAnswerBack(erasing)}
      >
        <p>{t('public.eraseAnswerText')}</p>
      </ConfirmDialog>
      <div className={styles.stale} role="status">
        {stale && (
          <>
            <span>{fresh > 0 ? t('public.fresh', { count: fresh }) : t('public.stale')}</span>
            <Button size="sm" variant="quiet" icon="refresh" onPress={release}>
              {t('public.update')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

const backOf = (intent: Intent | null) => (intent === 'undo' || intent === 'unmerge' ? intent : null);

function Nothing({ tab, query }: { tab: PublicTab; query: string }) {
  const { t } = useTranslation('moderate');
  if (query) return <EmptyState icon="hide" title={t('filter.none', { query })} />;
  if (tab === 'answered') return <EmptyState icon="check" title={t('public.emptyAnswered')} />;
  if (tab === 'attention') return <EmptyState icon="check" title={t('public.emptyAttention')} />;
  if (tab === 'merged') return <EmptyState icon="link" title={t('public.emptyMerged')} />;
  if (tab === 'declined') return <EmptyState title={t('public.emptyDeclined')}>{t('public.emptyDeclinedNote')}</EmptyState>;
  return (
    <EmptyState icon="people" title={t('public.emptyQueue')}>
      {t('public.emptyQueueNote')}
    </EmptyState>
  );
}
