import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { elapsed, fullTime, relativeTime } from '../../ui/time.ts';
import styles from './Stage.module.css';
import type { StageState } from './stage-state.ts';

type Covered = Exclude<StageState, 'playing' | 'not-started'>;

const words = {
  starting: ['stage.starting', 'stage.startingNote'],
  paused: ['stage.paused', 'stage.pausedNote'],
  lost: ['stage.lost', 'stage.lostNote'],
  reconnecting: ['stage.reconnecting', 'stage.reconnectingNote'],
  unreachable: ['stage.unreachable', 'stage.unreachableNote'],
  'no-stream': ['stage.noStream', null],
  failed: ['stage.failed', 'stage.failedNote'],
  ended: ['stage.ended', 'stage.endedNote'],
  closed: ['stage.closed', 'stage.closedNote'],
} as const satisfies Record<Covered, readonly [string, string | null]>;

const icons: Partial<Record<Covered, IconName>> = {
  paused: 'pause',
  'no-stream': 'cameraOff',
  unreachable: 'alert',
  failed: 'alert',
  ended: 'check',
  closed: 'pause',
};

/** For who chose sound only, where other words promise a picture. */
const soundWords = {
  starting: ['stage.startingSound', 'stage.startingSoundNote'],
  reconnecting: ['stage.reconnectingSound', 'stage.reconnectingNote'],
} as const;

const wordsOf = (state: Covered, soundOnly: boolean) =>
  soundOnly && (state === 'starting' || state === 'reconnecting') ? soundWords[state] : words[state];

type StageCoverProps = {
  state: Exclude<StageState, 'playing'>;
  session: SessionView;
  viewers: number;
  soundOnly: boolean;
  onRetry: () => void;
};

/** What is read in the picture's place while there is no picture. */
export function StageCover({ state, session, viewers, soundOnly, onRetry }: StageCoverProps) {
  const { t } = useTranslation('watch');
  if (state === 'not-started') return <StartingSoon session={session} viewers={viewers} />;
  // The questions that stay are not to be seen while it is closed.
  const [title, note] =
    state === 'ended' && session.closed ? [words.ended[0], 'stage.endedClosedNote' as const] : wordsOf(state, soundOnly);
  const icon = icons[state];
  return (
    <div className={styles.cover}>
      {icon ? <Icon name={icon} size={2} /> : <Spinner size={2} />}
      <p className={styles.coverTitle}>{t(title, { name: session.host.name })}</p>
      {note && <p className={styles.coverNote}>{t(note, { name: session.host.name })}</p>}
      {state === 'failed' && (
        <Button variant="primary" icon="refresh" onPress={onRetry}>
          {t('stage.retry')}
        </Button>
      )}
    </div>
  );
}

/** Calm, since it was chosen; and the way back (rule S14). */
export function SoundOnly({ name, onShow }: { name: string; onShow: () => void }) {
  const { t } = useTranslation('watch');
  return (
    <div className={styles.cover}>
      <Icon name="soundOn" size={2} />
      <p className={styles.coverTitle}>{t('stage.soundOnly', { name })}</p>
      <p className={styles.coverNote}>{t('stage.soundOnlyNote')}</p>
      <Button size="sm" icon="camera" className={styles.showPicture} onPress={onShow}>
        {t('stage.showPicture')}
      </Button>
    </div>
  );
}

export function PictureComing() {
  const { t } = useTranslation('watch');
  return (
    <div className={styles.cover}>
      <Spinner size={2} />
      <p className={styles.coverTitle}>{t('stage.pictureComing')}</p>
    </div>
  );
}

/** Milliseconds before the beginning from which on seconds are counted. */
const COUNTING_MS = 10 * 60_000;

/** Who and when, and that one is not alone; late is said gently. */
function StartingSoon({ session: { phase, startsAt, title, host }, viewers }: { session: SessionView; viewers: number }) {
  const { t, i18n } = useTranslation(['watch', 'common']);
  const now = useNow(1000);
  const left = startsAt - now;
  const soon = t('common:time.justNow');
  return (
    <div className={styles.cover}>
      <p className={styles.coverTitle}>{title}</p>
      <p className={cx(styles.coverNote, styles.coverHost)}>
        {t('stage.with', { name: host.title === '' ? host.name : `${host.name}, ${host.title}` })}
      </p>
      <p className={styles.coverWhen}>
        {left < 1000 ? (
          t('stage.late')
        ) : (
          <time dateTime={new Date(startsAt).toISOString()}>
            {left < COUNTING_MS
              ? t('stage.beginsIn', { time: elapsed(left) })
              : `${t('stage.startsIn', { when: relativeTime(startsAt, now, i18n.language, soon) })}: ${fullTime(startsAt, i18n.language)}`}
          </time>
        )}
      </p>
      <p className={styles.coverNote}>
        {viewers > 1 && t('stage.waiting', { count: viewers })} {phase === 'open' && t('stage.askAlready')}
      </p>
    </div>
  );
}
