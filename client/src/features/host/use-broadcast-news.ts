import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { useNow } from '../../ui/clock.tsx';
import { elapsed } from '../../ui/time.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { type Broadcast, needsAttention, saying } from './broadcast.ts';

/** Says aloud what matters of the broadcast, and shows it in the tab. */
export function useBroadcastNews(session: SessionView, broadcast: Broadcast): void {
  const { t } = useTranslation('host');
  const before = useRef(broadcast);
  useEffect(() => {
    const key = saying(before.current, broadcast);
    before.current = broadcast;
    if (key) announce(t(`say.${key}`), needsAttention(broadcast) ? 'assertive' : 'polite');
  }, [broadcast, t]);

  const now = useNow(1000);
  const { title, liveAt } = session;
  const name =
    session.phase === 'live' && needsAttention(broadcast)
      ? t('documentTitle.attention', { title })
      : session.phase === 'live' && liveAt !== null
        ? t('documentTitle.live', { title, time: elapsed(now - liveAt) })
        : t(session.phase === 'paused' ? 'documentTitle.paused' : 'documentTitle.other', { title });
  useDocumentTitle(name);
}

/** Closing or reloading the page while on air asks first; the words are the browser's own. */
export function useStayWhileLive(live: boolean): void {
  useEffect(() => {
    if (!live) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [live]);
}
