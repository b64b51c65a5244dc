import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass, IconButton } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useGrowing } from '../../ui/use-growing.ts';
import { type AuditLog, type LogState, unbroken } from './audit-log.ts';
import { AuditFilters } from './AuditFilters.tsx';
import styles from './AuditList.module.css';
import { AuditTable } from './AuditTable.tsx';
import { aboutQuestion, type AuditQuery, matching, shortId } from './filter.ts';
import { useAuditWords } from './use-audit-words.ts';

type AuditListProps = { log: AuditLog; state: LogState; query: AuditQuery; change: (to: Partial<AuditQuery>) => void };

export function AuditList({ log, state, query, change }: AuditListProps) {
  const { t } = useTranslation(['audit', 'common']);
  const words = useAuditWords();
  const end = useRef<HTMLDivElement>(null);
  const { order, questionId } = query;
  const read = unbroken(state, order);
  const about = aboutQuestion(read, questionId);
  const found = matching(about, query);
  const { shown, grow, sentinel } = useGrowing(found.length);
  const total = state.head?.seq ?? 0;
  const left = total - read.length;
  const reading = questionId !== null && state.busy && left > 0;

  const count = () => {
    if (state.waiting) return t('list.waiting');
    if (state.resting && left > 0) return t('list.resting');
    if (reading) return t('question.reading');
    if (left > 0)
      return found === read
        ? t('list.readSoFar', { read: read.length, total })
        : t('list.partly', { found: found.length, read: read.length, total });
    return found.length === about.length
      ? t('list.count', { count: found.length })
      : t('list.found', { found: found.length, total: about.length });
  };

  const load = async (work: AuditLog['more']) => {
    await work(order);
    const now = unbroken(log.get(), order).length;
    if (now > read.length) announce(t('list.loaded', { count: now - read.length }));
    // The button that was pressed is gone with what it was for.
    if (now === total) end.current?.focus({ preventScroll: true });
  };
  const refresh = async () => {
    await log.refresh(order);
    const { head, failure } = log.get();
    const newer = (head?.seq ?? 0) - total;
    if (!failure) showToast({ text: newer > 0 ? t('list.newer', { count: newer }) : t('list.noNewer') });
  };
  const none = questionId !== null && left === 0 ? t('question.none') : t(left > 0 ? 'list.nonePartly' : 'list.none');

  return (
    <section className={styles.section} aria-labelledby="audit-events">
      <ListHeading questionId={questionId}>
        <Button icon="refresh" size="sm" isPending={state.busy} onPress={() => void refresh()}>
          {t('refresh')}
        </Button>
      </ListHeading>
      {total === 0 ? (
        <EmptyState title={t('list.empty')} />
      ) : (
        <>
          <AuditFilters rows={about} words={words} query={query} change={change} />
          <p className={styles.count}>
            <span role="status">{count()}</span>
            {/* A hundred pages are not told to a screen reader one by one. */}
            {state.resting && <span aria-hidden="true"> {t('list.readSoFar', { read: read.length, total })}</span>}
          </p>
          {state.failure && (
            <Banner tone="danger" live>
              {t(`common:error.${state.failure.code}`)}
            </Banner>
          )}
          {found.length > 0 && (
            <button type="button" className={styles.skip} onClick={() => end.current?.focus()}>
              {t('list.skip')}
            </button>
          )}
          {found.length > 0 && (
            <AuditTable
              rows={found.slice(0, shown)}
              words={words}
              caption={t(order === 'oldest' ? 'list.captionOldest' : 'list.caption', {
                zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
              })}
            />
          )}
          {found.length === 0 && !reading && <EmptyState title={none} />}
          <div ref={sentinel} />
          <div ref={end} tabIndex={-1} className={styles.end}>
            {shown < found.length && (
              <Button variant="quiet" onPress={grow}>
                {t('list.show')}
              </Button>
            )}
            {left > 0 && (
              <Button isPending={state.busy} onPress={() => void load(log.more)}>
                {t('list.more', { count: Math.min(left, limits.auditRows) })}
              </Button>
            )}
            {(left > limits.auditRows || state.resting) && (
              <Button
                variant="quiet"
                isPending={state.busy && !state.resting}
                onPress={() => (state.resting ? log.stop() : void load(log.rest))}
              >
                {t(state.resting ? 'list.stop' : 'list.rest')}
              </Button>
            )}
            {shown === found.length && left === 0 && found.length > 0 && <p className={styles.count}>{t('list.end')}</p>}
          </div>
        </>
      )}
    </section>
  );
}

/** Says what the list is of. When that changes, reading goes on from here: the link that changed it may be gone. */
function ListHeading({ questionId, children }: { questionId: QuestionId | null; children: ReactNode }) {
  const { t } = useTranslation('audit');
  const [path] = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(questionId);
  useEffect(() => {
    if (before.current === questionId) return;
    before.current = questionId;
    heading.current?.focus();
  }, [questionId]);

  const copy = async (id: QuestionId) => {
    const copied = await copyText(id);
    showToast(copied ? { text: t('question.copied') } : { text: t('question.notCopied'), tone: 'danger' });
  };
  return (
    <div className={styles.top}>
      <h2 id="audit-events" ref={heading} tabIndex={-1} className={styles.heading}>
        {questionId === null ? t('list.heading') : t('question.heading', { id: shortId(questionId) })}
      </h2>
      <div className={styles.actions}>
        {questionId !== null && (
          <Link href={path} className={buttonClass({ variant: 'quiet', size: 'sm' })}>
            {t('question.back')}
          </Link>
        )}
        {children}
      </div>
      {questionId !== null && (
        <div className={styles.story}>
          <p className={styles.id}>
            <code>{questionId}</code>
            <IconButton icon="copy" label={t('question.copy')} onPress={() => void copy(questionId)} />
          </p>
          <p className={styles.count}>{t('question.note')}</p>
        </div>
      )}
    </div>
  );
}
