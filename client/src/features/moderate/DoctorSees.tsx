import { useTranslation } from 'react-i18next';
import { queue } from '@bedside/shared/ordering.ts';
import type { QuestionView, SessionView } from '@bedside/shared/view.ts';
import { Badge } from '../../ui/Badge.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import styles from './DoctorSees.module.css';

/** How many of the queue stand before the doctor at a glance. */
const NEXT = 3;

export function DoctorSees({ session, questions }: { session: SessionView; questions: readonly QuestionView[] }) {
  const { t } = useTranslation(['moderate', 'common']);
  const find = (id: string | null) => questions.find((question) => question.id === id);
  const answering = find(session.answeringId);
  const pinned = session.pinnedId === session.answeringId ? undefined : find(session.pinnedId);
  const next = queue(questions, 'top').slice(0, NEXT);
  return (
    <div className={styles.doctor}>
      <section className={cx(styles.now, !answering && styles.idle)}>
        <h3 className={styles.label}>{t('doctor.answering')}</h3>
        {answering ? (
          <QuestionText text={answering.text} className={styles.text} />
        ) : (
          <p className={styles.none}>{t('doctor.notAnswering')}</p>
        )}
      </section>
      {pinned && (
        <section>
          <h3 className={styles.label}>{t('doctor.pinned')}</h3>
          <QuestionText text={pinned.text} className={styles.text} />
        </section>
      )}
      <section>
        <h3 className={styles.label}>{t('doctor.next')}</h3>
        {next.length === 0 && <p className={styles.none}>{t('doctor.noNext')}</p>}
        <ol className={styles.next}>
          {next.map((question) => (
            <li key={question.id}>
              <QuestionText text={question.text} className={styles.text} />
              <span className={styles.votes}>{t('common:vote.count', { count: question.votes })}</span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

/** What reaches viewers, in words. */
export function StreamState({ session: { phase, stream, rehearsing } }: { session: SessionView }) {
  const { t } = useTranslation(['moderate', 'common']);
  // Whatever the tracks say, nothing reaches viewers then (rule S8).
  const silent = phase === 'paused' || phase === 'ended';
  const status = silent ? 'off' : stream.status;
  const tone = status === 'on' ? 'ok' : status === 'lost' ? 'danger' : 'neutral';
  const muted = (source: 'camera' | 'microphone') => status === 'on' && stream.tracks[source] === 'muted';
  return (
    <div className={styles.stream}>
      {rehearsing === true && (
        <a
          className={buttonClass({ size: 'sm' })}
          href={`${location.pathname}${location.search}&see=stage`}
          target="_blank"
          rel="noreferrer"
        >
          {t('doctor.seeRehearsal')}
        </a>
      )}
      <Badge tone={rehearsing === true ? 'warn' : tone} icon={status === 'lost' ? 'alert' : 'camera'}>
        {t(rehearsing === true ? 'doctor.rehearsing' : `doctor.stream.${status}`)}
      </Badge>
      {muted('camera') && (
        <Badge tone="warn" icon="cameraOff">
          {t('doctor.cameraMuted')}
        </Badge>
      )}
      {muted('microphone') && (
        <Badge tone="warn" icon="microphoneOff">
          {t('doctor.microphoneMuted')}
        </Badge>
      )}
    </div>
  );
}
