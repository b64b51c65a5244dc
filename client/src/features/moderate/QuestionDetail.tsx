import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView, View } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { AskerName } from '../../ui/QuestionCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { isTaken } from './claiming.ts';
import type { Sight } from './desk-filters.ts';
import { changes, type Draft, type Span } from './drafts.ts';
import { MarkedText } from './MarkedText.tsx';
import { PersonalChips } from './PersonalChips.tsx';
import styles from './QuestionDetail.module.css';
import { SimilarList } from './SimilarList.tsx';

const OriginalDiff = lazy(() => import('./OriginalDiff.tsx').then((part) => ({ default: part.OriginalDiff })));

type QuestionDetailProps = {
  question: QuestionView;
  view: View;
  sight: Sight;
  draft: Draft | null;
  /** Of what is shown: the draft, where there is one. */
  spans: readonly Span[];
  similar: readonly QuestionId[];
  staffName: (number: number) => string;
  letterKeys: boolean;
  onRedact: (spans: readonly Span[]) => void;
  onDropDraft: () => void;
  onEraseOriginal: () => void;
  onMerge: (into: QuestionId) => void;
};

/** All that the team knows of one question, and what is about to become of its text. */
export function QuestionDetail(props: QuestionDetailProps) {
  const { question, view, sight, draft, spans, similar, staffName, letterKeys, onRedact, onDropDraft, onMerge } = props;
  const { t } = useTranslation(['moderate', 'common']);
  const isDraft = draft !== null && changes(draft, question);
  const text = isDraft ? draft.text : question.text;
  return (
    <div className={styles.detail}>
      <Facts question={question} view={view} sight={sight} staffName={staffName} />
      {question.objected && <Banner tone="warn">{t('detail.objected')}</Banner>}
      {isDraft && (
        <p className={styles.draft}>
          <span>{t('draft.shown')}</span>
          <Button size="sm" variant="quiet" onPress={onDropDraft}>
            {t('draft.drop')}
          </Button>
        </p>
      )}
      {text === null ? <p className={styles.quiet}>{t('common:question.erased')}</p> : <MarkedText text={text} spans={spans} />}
      {text !== null && spans.length > 0 && (
        <>
          <PersonalChips text={text} spans={spans} onRedact={onRedact} />
          {letterKeys && (
            <p className={styles.keys}>
              <Kbd decorative>R</Kbd> {t('personal.key')}
            </p>
          )}
        </>
      )}
      <Original {...props} isDraft={isDraft} />
      {question.reply && <Written label={t('detail.reply')} text={question.reply} />}
      {question.answer && <Written label={t('detail.answer')} text={question.answer} />}
      {similar.length > 0 && (
        <SimilarList ids={similar.slice(0, 3)} questions={view.questions} label={t('similar.heading')} onMerge={onMerge} />
      )}
    </div>
  );
}

function Facts({ question, view, sight, staffName }: Pick<QuestionDetailProps, 'question' | 'view' | 'sight' | 'staffName'>) {
  const { t } = useTranslation(['moderate', 'common']);
  const { name, asker, askedAt, status, redFlags = [], abuse = [], reports = [], restriction, claim, reviewedBy, merged } = question;
  const asked = asker === undefined ? 0 : view.questions.filter((each) => each.asker === asker).length;
  return (
    <>
      <p className={styles.meta}>
        <strong className={styles.name}>
          <AskerName name={name} />
        </strong>
        {asker !== undefined && <span>{t('detail.asker', { number: asker, count: asked })}</span>}
        <RelativeTime at={askedAt} />
        {reviewedBy !== undefined && <span>{t('detail.reviewedBy', { name: staffName(reviewedBy) })}</span>}
      </p>
      <div className={styles.badges}>
        {redFlags.map((flag) => (
          <Badge key={flag} tone="danger" icon="alert">
            {t(`flag.${flag}`)}
          </Badge>
        ))}
        {redFlags.length > 0 && (
          <Badge tone={question.emergencyRead ? 'ok' : 'warn'}>{t(question.emergencyRead ? 'flags.read' : 'flags.unread')}</Badge>
        )}
        {status !== 'pending' && <Badge tone={status === 'in-review' ? 'accent' : 'neutral'}>{t(`detail.status.${status}`)}</Badge>}
        {abuse.map((kind) => (
          <Badge key={kind} tone="warn" icon="hide">
            {t(`abuse.${kind}`)}
          </Badge>
        ))}
        {reports.map(({ reason, count }) => (
          <Badge key={reason} tone="warn" icon="flag">
            {t('detail.reports', { count, reason: t(`report.${reason}`) })}
          </Badge>
        ))}
        {restriction && <Badge tone="warn">{t(`restrict.is.${restriction.kind}`)}</Badge>}
        {merged !== undefined && merged > 0 && <Badge>{t('detail.merged', { count: merged })}</Badge>}
        {claim && isTaken(question, sight) && (
          <Badge tone="accent" icon="people">
            {t('claim.on', { name: staffName(claim.by) })}
          </Badge>
        )}
      </div>
    </>
  );
}

/** Staff alone see the original (rule M10), as a difference, until somebody erases it (rule M11). */
function Original({ question, draft, isDraft, onEraseOriginal }: QuestionDetailProps & { isDraft: boolean }) {
  const { t } = useTranslation('moderate');
  const [asking, setAsking] = useState(false);
  const shown = isDraft ? (draft?.text ?? null) : question.text;
  const original = question.edited ? question.original : question.text;
  if (!question.edited && !isDraft) return null;
  if (original === null || original === undefined) return <p className={styles.quiet}>{t('original.erased')}</p>;
  if (shown === null) return null;
  return (
    <details className={styles.block} open={!isDraft}>
      <summary className={styles.label}>{t('original.heading')}</summary>
      <Suspense fallback={null}>
        <OriginalDiff original={original} shown={shown} />
      </Suspense>
      {question.edited && (
        <Button size="sm" variant="quiet" onPress={() => setAsking(true)}>
          {t('original.erase')}
        </Button>
      )}
      <ConfirmDialog
        title={t('original.eraseTitle')}
        isOpen={asking}
        onOpenChange={setAsking}
        confirm={t('original.eraseConfirm')}
        danger
        onConfirm={onEraseOriginal}
      >
        <p>{t('original.eraseText')}</p>
      </ConfirmDialog>
    </details>
  );
}

function Written({ label, text }: { label: string; text: string }) {
  return (
    <div className={styles.block}>
      <p className={styles.label}>{label}</p>
      <p className={styles.written} dir="auto">
        {text}
      </p>
    </div>
  );
}
