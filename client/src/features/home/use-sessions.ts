import { useEffect, useState } from 'react';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import { api } from '../../net/api.ts';

const REFRESH_MS = 20_000;

export type Sessions = { status: 'loading' | 'ready' | 'failed'; lists: RouteResult<'sessions'> | null; organiser: boolean; retry(): void };

/** What the front page lists, kept current while it is looked at. What was shown stays when a refresh fails. */
export function useSessions(): Sessions {
  const [lists, setLists] = useState<RouteResult<'sessions'> | null>(null);
  const [failed, setFailed] = useState(false);
  const [organiser, setOrganiser] = useState(false);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let left = false;
    const load = async () => {
      if (document.hidden) return;
      const answer = await api.sessions({});
      if (left) return;
      setFailed(!answer.ok);
      if (answer.ok) setLists(answer);
    };
    void load();
    const timer = setInterval(() => void load(), REFRESH_MS);
    const shown = () => void load();
    document.addEventListener('visibilitychange', shown);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [attempt]);

  useEffect(() => {
    let left = false;
    void api.me({}).then((me) => {
      if (!left && me.ok) setOrganiser(me.organiser);
    });
    return () => {
      left = true;
    };
  }, []);

  return {
    status: lists ? 'ready' : failed ? 'failed' : 'loading',
    lists,
    organiser,
    retry() {
      setFailed(false);
      setAttempt(attempt + 1);
    },
  };
}
