import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { AuditFile, AuditRow } from '@bedside/shared/audit.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { Response } from 'express';
import { csvLine } from './csv.ts';
import { AT_ONCE, createWalk, type Events } from './audit-walk.ts';

/**
 * Every row of a log, some at a time. From the log's start, since numbers of people and the chain come from there: the chain is
 * computed of what was read, so that it is the stored one's only where nothing was changed.
 */
async function* readAudit(store: Events, sessionId: SessionId): AsyncGenerator<AuditRow[]> {
  const walk = createWalk(sessionId);
  for (;;) {
    const after = walk.end().seq;
    const events = await store.events(sessionId, after, AT_ONCE);
    yield walk.take(events);
    if (events.length < AT_ONCE) return;
  }
}

export type Download = { name: string; type: string; text: AsyncGenerator<string> };

/** Rejects with `StoreUnavailable` while there is still an answer to give; what comes later cuts the download off. */
export async function auditDownload(store: Events, sessionId: SessionId, as: 'json' | 'csv', now: number): Promise<Download> {
  await store.events(sessionId, 0, 1);
  const pages = readAudit(store, sessionId);
  const name = `audit-${sessionId}.${as}`;
  return as === 'csv'
    ? { name, type: 'text/csv; charset=utf-8', text: csvOf(pages) }
    : { name, type: 'application/json; charset=utf-8', text: jsonOf(pages, { format: 'bedside-audit-1', sessionId, exportedAt: now }) };
}

export function sendFile(response: Response, { name, type, text }: { name: string; type: string; text: string }): void {
  attach(response, name, type);
  response.end(text);
}

// An id is letters, digits, hyphens and underscores: nothing that a header would need quoted.
const attach = (response: Response, name: string, type: string) =>
  response.set({ 'cache-control': 'no-store', 'content-type': type, 'content-disposition': `attachment; filename="${name}"` });

export async function sendDownload(response: Response, { name, type, text }: Download): Promise<void> {
  attach(response, name, type);
  // Whoever goes away ends it; a database that refuses midway leaves a file that says itself that it is not whole.
  await pipeline(Readable.from(text), response).catch(() => response.destroy());
}

async function* jsonOf(pages: AsyncGenerator<AuditRow[]>, head: Omit<AuditFile, 'rows'>): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`;
  let first = true;
  for await (const rows of pages) {
    for (const row of rows) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
      first = false;
    }
  }
  yield '\n]}\n';
}

const COLUMNS = ['seq', 'at', 'role', 'actor', 'act', 'question', 'details', 'hash'];

/** Times as ISO 8601 in UTC, details as `name=value; …`. */
async function* csvOf(pages: AsyncGenerator<AuditRow[]>): AsyncGenerator<string> {
  yield csvLine(COLUMNS);
  for await (const rows of pages) {
    for (const { seq, at, role, actor, act, questionId = '', details, hash } of rows) {
      const listed = Object.entries(details).map(([name, value]) => `${name}=${value}`);
      yield csvLine([seq, new Date(at).toISOString(), role, actor, act, questionId, listed.join('; '), hash]);
    }
  }
}
