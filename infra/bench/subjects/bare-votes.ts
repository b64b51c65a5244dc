import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { migrations } from '../../../server/store/sqlite-migrations.ts';

const newId = () => randomBytes(12).toString('base64url');

/** Milliseconds for `count` votes, `batch` a transaction: the rows that the product writes for them, in its schema, as durable. */
export function insertVotes(count: number, batch: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-bench-'));
  const database = new DatabaseSync(join(folder, 'bare.db'), { enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  for (const step of migrations) database.exec(step);
  database.prepare('INSERT INTO sessions (id, summary) VALUES (?, ?)').run('session', '{}');
  const event = database.prepare('INSERT INTO events (session_id, seq, event, chain) VALUES (?, ?, ?, ?)');
  const command = database.prepare('INSERT INTO commands (session_id, person, command_id, seq, question_id) VALUES (?, ?, ?, ?, ?)');
  const questionId = newId();
  const begun = performance.now();
  for (let at = 0, seq = 1; at < count; at += batch, seq++) {
    const votes = Array.from({ length: Math.min(batch, count - at) }, () => ({ on: true, questionId, voter: newId() }));
    database.exec('BEGIN IMMEDIATE');
    const fact = { type: 'votes-cast', votes };
    event.run('session', seq, JSON.stringify({ at: Date.now(), by: { person: null, role: 'system' }, fact, seq }), randomBytes(32));
    for (const { voter } of votes) command.run('session', voter, newId(), seq, null);
    database.exec('COMMIT');
  }
  const ms = performance.now() - begun;
  database.close();
  rmSync(folder, { recursive: true });
  return ms;
}
