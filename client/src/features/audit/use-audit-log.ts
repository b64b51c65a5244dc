import { useEffect, useState, useSyncExternalStore } from 'react';
import type { SessionId } from '@bedside/shared/ids.ts';
import { api } from '../../net/api.ts';
import { type AuditLog, createAuditLog, type LogState } from './audit-log.ts';
import type { AuditQuery } from './filter.ts';

/** The session's audit as far as it was read; all of it for one question's story. */
export function useAuditLog(sessionId: SessionId, { order, questionId }: AuditQuery): { log: AuditLog; state: LogState } {
  const [log] = useState(() => createAuditLog((after) => api.audit({ sessionId, after })));
  const state = useSyncExternalStore(log.subscribe, log.get);
  const wantsAll = questionId !== null;
  useEffect(() => {
    void log.begin(order);
    if (!wantsAll) return;
    void log.rest(order);
    return () => log.stop();
  }, [log, order, wantsAll]);
  useEffect(() => () => log.stop(), [log]);
  return { log, state };
}

/** The session's title where the front page lists it, else null: the audit itself has nothing that anybody wrote. */
export function useSessionTitle(sessionId: SessionId): string | null {
  const [title, setTitle] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    void api.sessions({}).then((answer) => {
      if (left || !answer.ok) return;
      const found = [...answer.live, ...answer.upcoming, ...answer.recent].find(({ id }) => id === sessionId);
      setTitle(found?.title ?? null);
    });
    return () => {
      left = true;
    };
  }, [sessionId]);
  return title;
}
