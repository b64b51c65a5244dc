import { useEffect, useRef, useState } from 'react';
import type { CaptionLine, CaptionsView } from '@bedside/shared/captions/captions.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { api } from '../net/api.ts';
import { useSession } from '../net/session-context.tsx';
import { beginHeld, firstHeld, follow, prepend, replaceOlder } from './transcript.ts';

/** Milliseconds for which changes are gathered before what is held is read again. */
const GATHER_MS = 1000;

export type Transcript = {
  older: readonly CaptionLine[];
  last: readonly CaptionLine[];
  more: boolean;
  loading: boolean;
  failed: boolean;
  loadOlder(): void;
};

/** A session's captions, as far back as they were asked for; what is held is read again when something of it was corrected. */
export function useTranscript(sessionId: SessionId, { about, lines }: CaptionsView): Transcript {
  const { connection } = useSession();
  const [held, setHeld] = useState(() => beginHeld(lines));
  const [reading, setReading] = useState<'no' | 'yes' | 'failed'>('no');
  const current = useRef(held);
  if (held.last !== lines) setHeld(follow(held, lines));
  useEffect(() => {
    current.current = held;
  }, [held]);

  const loadOlder = () => {
    const before = firstHeld(current.current);
    if (before === null || reading === 'yes') return;
    setReading('yes');
    void api.captions({ sessionId, before }).then((answer) => {
      setReading(answer.ok ? 'no' : 'failed');
      if (answer.ok) setHeld((now) => (firstHeld(now) === before ? prepend(now, answer) : now));
    });
  };

  // One page at once: a transcript that is opened late is not to begin in the middle of a sentence.
  const unknown = held.more === null && held.last.length > 0 && reading === 'no';
  useEffect(() => {
    if (unknown) loadOlder();
  });

  const { revised } = about;
  const known = useRef(revised);
  const wasLive = useRef(connection === 'live');
  useEffect(() => {
    const isBack = connection === 'live' && !wasLive.current;
    wasLive.current = connection === 'live';
    if (!isBack && known.current === revised) return;
    known.current = revised;
    let left = false;
    const timer = setTimeout(() => void readAgain().catch(() => {}), GATHER_MS);
    async function readAgain() {
      const from = current.current.older[0]?.id;
      let before = current.current.last[0]?.id;
      if (from === undefined || before === undefined) return;
      let all: CaptionLine[] = [];
      for (let more = true; more && before > from;) {
        const answer = await api.captions({ sessionId, before });
        if (!answer.ok || left) return;
        all = [...answer.lines, ...all];
        more = answer.more;
        before = answer.lines[0]?.id ?? 0;
        if (!more || before <= from) setHeld((now) => replaceOlder(now, all, answer.more));
      }
    }
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [revised, connection, sessionId]);

  return { older: held.older, last: lines, more: held.more ?? false, loading: reading === 'yes', failed: reading === 'failed', loadOlder };
}
