import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaptionLine, captionsFile } from '@bedside/shared/captions/captions.ts';
import type { SessionView, View } from '@bedside/shared/view.ts';
import words from '../i18n/en/captions.json' with { type: 'json' };
import { addWords } from '../i18n/i18n.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { showToast } from '../ui/toasts.ts';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import styles from './TranscriptView.module.css';
import { useTranscript } from './use-transcript.ts';

addWords('captions', words);

/** So near to its end somebody follows what comes. */
const NEAR_PX = 40;

type TranscriptViewProps = {
  view: View;
  /** What stands beside a line, for who may change it. */
  actions?: (line: CaptionLine) => ReactNode;
  /** In place of a line's words. */
  instead?: (line: CaptionLine) => ReactNode | null;
  empty?: string;
};

/** All that was said, the newest last: stays at its end while its reader is there. */
export function TranscriptView({ view, actions, instead, empty }: TranscriptViewProps) {
  const { t } = useTranslation('captions');
  const { session, captions } = view;
  const { older, last, more, loading, failed, loadOlder } = useTranscript(session.id, captions);
  const box = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const heightBefore = useRef(0);
  const firstId = older[0]?.id ?? last[0]?.id;

  const toEnd = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    if (atEnd) toEnd();
  });
  // A phone that is turned breaks the lines anew.
  useEffect(() => {
    const element = box.current;
    if (!element || !atEnd) return;
    const observer = new ResizeObserver(() => element.scrollTo({ top: element.scrollHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [atEnd]);
  // What comes in above pushes nothing away that is being read.
  useLayoutEffect(() => {
    const element = box.current;
    if (element && !atEnd) element.scrollTop += element.scrollHeight - heightBefore.current;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only where older ones came
  }, [firstId]);
  useEffect(() => {
    heightBefore.current = box.current?.scrollHeight ?? 0;
  });

  const row = (line: CaptionLine) => (
    <div key={line.id} className={styles.line}>
      <span className={styles.time}>{sinceLive(session, line.at)}</span>
      {instead?.(line) ?? (
        <p className={styles.words}>
          {line.text}
          {line.corrected && <span className={styles.mark}> ({t('transcript.corrected')})</span>}
        </p>
      )}
      {actions?.(line)}
    </div>
  );
  const none = older.length === 0 && last.length === 0;

  return (
    <div className={styles.frame}>
      {last.some(({ source }) => source === 'browser') && <p className={styles.machine}>{t('transcript.machine')}</p>}
      <div className={styles.room}>
        <div
          ref={box}
          className={styles.box}
          role="group"
          aria-label={t('transcript.title')}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard (WCAG 2.1.1)
          tabIndex={0}
          onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
            setAtEnd(scrollTop + clientHeight > scrollHeight - NEAR_PX)
          }
        >
          {none && <p className={styles.empty}>{session.closed ? t('transcript.closed') : (empty ?? <NoCaptions view={view} />)}</p>}
          {more && (
            <Button size="sm" variant="quiet" icon="arrowUp" isPending={loading} onPress={loadOlder}>
              {t('transcript.older')}
            </Button>
          )}
          {failed && <p className={styles.empty}>{t('transcript.failed')}</p>}
          {!more && !none && <p className={styles.begin}>{t('transcript.begin')}</p>}
          <div className={styles.lines}>{older.map(row)}</div>
          <div className={styles.lines} role="log" aria-live="polite" aria-relevant="additions" aria-label={t('transcript.log')}>
            {last.map(row)}
          </div>
        </div>
        {!atEnd && (
          <Button
            size="sm"
            variant="primary"
            className={styles.now}
            onPress={() => {
              setAtEnd(true);
              toEnd();
            }}
          >
            {t('transcript.now')}
          </Button>
        )}
      </div>
      {!none && <TakeAway session={session} lines={[...older, ...last]} />}
    </div>
  );
}

function TakeAway({ session, lines }: { session: SessionView; lines: readonly CaptionLine[] }) {
  const { t } = useTranslation('captions');
  const copy = async () => {
    const copied = await copyText(lines.map((line) => `[${sinceLive(session, line.at)}] ${line.text}`).join('\n'));
    showToast(copied ? { text: t('transcript.copied') } : { text: t('transcript.notCopied'), tone: 'danger' });
  };
  const link = (as: 'txt' | 'vtt') => `${captionsFile.path}?sessionId=${session.id}&as=${as}`;
  return (
    <div className={styles.take}>
      <Button size="sm" icon="copy" onPress={() => void copy()}>
        {t('transcript.copy')}
      </Button>
      <a href={link('txt')} download className={buttonClass({ size: 'sm' })}>
        {t('transcript.text')}
      </a>
      <a href={link('vtt')} download className={buttonClass({ size: 'sm' })}>
        {t('transcript.vtt')}
      </a>
    </div>
  );
}

/** Why there is nothing to read. */
export function NoCaptions({ view: { captions } }: { view: View }) {
  const { t } = useTranslation('captions');
  const { none } = captions.about;
  if (none === null) return t('soon');
  return (
    <>
      {t('none.title')}
      <VisuallyHidden>: </VisuallyHidden>
      <span className={styles.why}>{t(`none.${none}`)}</span>
    </>
  );
}

/** Hours where there are any, minutes and seconds since the session went live. */
function sinceLive({ liveAt }: SessionView, at: number): string {
  const seconds = liveAt === null ? 0 : Math.max(0, Math.floor((at - liveAt) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
