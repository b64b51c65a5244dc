import { useEffect, useState } from 'react';
import type { GlossaryTerm } from '@bedside/shared/captions/captions.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { api } from '../net/api.ts';

const RETRY_MS = 3000;

/** The session's terms, read again when the view tells that they changed (`changed`); null until they are there. */
export function useGlossary(sessionId: SessionId, changed: number): { terms: readonly GlossaryTerm[] | null; failed: boolean } {
  const [state, setState] = useState<{ terms: readonly GlossaryTerm[] | null; failed: boolean }>({ terms: null, failed: false });
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const answer = await api.glossary({ sessionId });
      if (left) return;
      // A node that is behind the view is asked again.
      if (answer.ok && answer.seq >= changed) return setState({ terms: answer.terms, failed: false });
      setState(({ terms }) => ({ terms, failed: !answer.ok }));
      timer = setTimeout(() => void read(), RETRY_MS);
    };
    void read();
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [sessionId, changed]);
  return state;
}
