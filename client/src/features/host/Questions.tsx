import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Counts } from '../../ui/Counts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ListName, Lists } from './lists.ts';
import { PrivacyReminder } from './PrivacyReminder.tsx';
import { QuestionList } from './QuestionList.tsx';
import styles from './Questions.module.css';
import type { QuestionActions } from './use-question-actions.ts';

/** Never a firehose: this many, and the rest on request. */
const TOP = 5;

type QuestionsProps = {
  view: View;
  lists: Lists;
  actions: QuestionActions;
  /** The shortcut for the next one works. */
  keys: boolean;
  /** Told which question stands on top of what is shown. */
  onTop: (question: QuestionView | null) => void;
};

/** What to answer next: the first few by votes, or on request all lists. */
export function Questions({ view, lists, actions, keys, onTop }: QuestionsProps) {
  const { t } = useTranslation('host');
  const [expanded, setExpanded] = useState(false);
  const [list, setList] = useState<ListName>('next');
  const { phase, pinnedId, pending = 0 } = view.session;
  const canAnswer = phase === 'live' || phase === 'paused';
  const reminder = useId();
  const common = { all: view.questions, actions, pinnedId, canAnswer, describedBy: reminder };
  const top = lists.next.slice(0, TOP);
  const rest = lists.next.length - top.length;
  const more = rest + lists.answered.length + lists.aside.length;

  return (
    <section className={styles.questions} aria-labelledby="next">
      <div className={styles.head}>
        <h2 id="next" className={styles.heading}>
          {t(expanded ? 'next.lists' : canAnswer ? 'next.heading' : 'next.soFar')}
        </h2>
        {pending > 0 && <p className={styles.pending}>{t('next.pending', { count: pending })}</p>}
        {(more > 0 || expanded) && (
          <Button variant="quiet" size="sm" className={styles.toggle} aria-expanded={expanded} onPress={() => setExpanded(!expanded)}>
            {expanded ? t('next.fewer') : t('next.more', { count: more })}
          </Button>
        )}
      </div>
      {(top.length > 0 || expanded) && <PrivacyReminder id={reminder} stays className={styles.reminder} />}
      <div className={styles.body}>
        {expanded ? (
          <Tabs
            label={t('next.lists')}
            selected={list}
            onSelect={setList}
            tabs={tabsOf(lists).map((tab) => ({ ...tab, label: t(`list.${tab.id}`) }))}
          >
            {lists[list].length > 0 ? (
              <QuestionList key={list} questions={lists[list]} size="md" {...common} {...(list === 'next' && { keys, onTop })} />
            ) : (
              <Nothing list={list} view={view} lists={lists} />
            )}
          </Tabs>
        ) : top.length > 0 ? (
          <QuestionList questions={top} size="lg" {...common} keys={keys} onTop={onTop} />
        ) : (
          <Nothing list="next" view={view} lists={lists} />
        )}
        <div className={styles.counts}>
          <Counts counts={view.counts} />
        </div>
      </div>
    </section>
  );
}

function tabsOf(lists: Lists): { id: ListName; count: number }[] {
  return (['next', 'newest', 'answered', 'aside'] as const).map((id) => ({ id, count: lists[id].length }));
}

function Nothing({ list, view, lists }: { list: ListName; view: View; lists: Lists }) {
  const { t } = useTranslation('host');
  if (list === 'answered' || list === 'aside') return <EmptyState title={t(`empty.${list}`)} />;
  if (lists.aside.length > 0) return <EmptyState title={t('empty.allAside')}>{t('empty.allAsideNote')}</EmptyState>;
  if (lists.answered.length > 0) return <EmptyState icon="check" title={t('empty.allDone')} />;
  const title = (view.session.pending ?? 0) > 0 ? t('empty.waiting') : t('empty.next');
  return <EmptyState title={title}>{t('empty.nextNote')}</EmptyState>;
}
