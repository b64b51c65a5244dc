import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { newCommandId } from '@bedside/shared/random-id.ts';
import { PRAGMAS } from '../../../server/store/sqlite-database.ts';
import { migrations } from '../../../server/store/sqlite-migrations.ts';
import { scatteredIds } from './ids.ts';

const newId = scatteredIds();

const INSERT = {
  event: 'INSERT INTO events (session_id, seq, event, chain) VALUES (?, ?, ?, ?)',
  command: 'INSERT INTO commands (session_id, person, command_id, seq, question_id) VALUES (?, ?, ?, ?, ?)',
} as const;

/** A database with the product's schema and settings, which keeps what it gets as the product's does. */
export function openBareVotes() {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-bench-'));
  const database = new DatabaseSync(join(folder, 'bare.db'), { enableForeignKeyConstraints: true });
  database.exec(PRAGMAS);
  for (const step of migrations) database.exec(step);
  database.prepare('INSERT INTO sessions (id, summary) VALUES (?, ?)').run('session', '{}');
  const [event, command] = [database.prepare(INSERT.event), database.prepare(INSERT.command)];
  const questionId = newId();
  let seq = 0;

  return {
    /** Milliseconds for `count` votes, `batch` a transaction: the rows that the product writes for them, as durable. */
    insert(count: number, batch: number): number {
      const begun = performance.now();
      for (let at = 0; at < count; at += batch) {
        seq += 1;
        const votes = Array.from({ length: Math.min(batch, count - at) }, () => ({ on: true, questionId, voter: newId() }));
        database.exec('BEGIN IMMEDIATE');
        const fact = { type: 'votes-cast', votes };
        event.run('session', seq, JSON.stringify({ at: Date.now(), by: { person: null, role: 'system' }, fact, seq }), randomBytes(32));
        for (const { voter } of votes) command.run('session', voter, newCommandId(), seq, null);
        database.exec('COMMIT');
      }
      return performance.now() - begun;
    },
    close(): void {
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}
