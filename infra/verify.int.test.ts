import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandId, NodeId, SessionId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { databasePath } from '../server/store/open.ts';
import { createConnections } from '../server/store/postgres-connections.ts';
import { openPostgresStore } from '../server/store/postgres.ts';
import { chainNext, chainStart } from '../server/store/chain.ts';
import { type Harness, newId, someone, startApp } from '../server/testing/harness.ts';
import { type PostgresServer, startPostgres } from '../server/testing/postgres.ts';
import { run } from './setup/run.mjs';

// Each of them starts many programs.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let folder: string;
let harness: Harness;
let sessionId: SessionId;
const at = (name: string) => path.join(folder, name);

async function fill(of: Harness): Promise<SessionId> {
  const id = await of.schedule();
  const questionId = await of.act(id, 'viewer', { type: 'submit-question', text: 'Words of a patient', name: 'Somebody' });
  await of.act(id, 'moderator', { type: 'approve-question', questionId });
  await of.act(id, 'moderator', { type: 'pin-question', questionId });
  return id;
}

const verifyWith = (env: Record<string, string | undefined>, args: readonly string[]) =>
  run(process.execPath, [path.join(import.meta.dirname, 'verify.ts'), ...args], { env: { PATH: process.env['PATH'], ...env } });

describe('of SQLite, while the server runs', () => {
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'bedside-verify-'));
    harness = await startApp();
    sessionId = await fill(harness);
  });
  afterEach(async () => {
    await harness.close();
    await rm(folder, { recursive: true });
  });

  const verify = (...args: string[]) => verifyWith({ DATA_DIR: harness.env.dataDir }, args);
  const tamper = (sql: string) => {
    const database = new DatabaseSync(databasePath(harness.env), { timeout: 5000 });
    database.exec(sql);
    database.close();
  };

  it('[U2] says of each session how many events it has, that it is whole, and its last hash', async () => {
    const other = await harness.schedule();
    const { code, output } = await verify();
    const moderator = await harness.staff(sessionId, 'moderator');
    const audit = await moderator.api('audit', { sessionId });
    if (!audit.ok) throw new Error(audit.error.code);
    expect([code, output.trimEnd().split('\n').length]).toEqual([0, 2]);
    expect(output).toMatch(new RegExp(`^${other}  2 events  whole  [\\w-]{43}$`, 'm'));
    expect(output).toContain(`${sessionId}  5 events  whole  ${audit.head.hash}\n`);
  });

  it.each([
    ['an event that says something else', `UPDATE events SET event = replace(event, 'moderator', 'moderators') WHERE seq = 4`, 4],
    ['an event under another name', `UPDATE events SET event = replace(event, '"role":"moderator"', '"role":"host"') WHERE seq = 4`, 4],
    ['one that is gone', 'DELETE FROM events WHERE seq = 3', 3],
    ['the last one gone', 'DELETE FROM events WHERE seq = 5', 5],
    ['the last one gone, with the answer to it', 'DELETE FROM events WHERE seq = 5; DELETE FROM commands WHERE seq = 5', 5],
    ['one that its session does not know', 'UPDATE sessions SET seq = 4', 5],
    ['a session that is gone from the list', 'PRAGMA foreign_keys = OFF; DELETE FROM sessions', 1],
    ['a hash that was changed', `UPDATE events SET chain = zeroblob(32) WHERE seq = 2`, 2],
    ['a log that is gone', 'DELETE FROM events', 1],
  ])('[U2] finds %s', async (_what, sql, seq) => {
    tamper(sql);
    const { code, output } = await verify('--session', sessionId);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(`NOT WHOLE from event ${seq} on`) });
  });

  it('[U2] finds the last one gone where the server wrote it, to which there is no answer', async () => {
    await harness.app.sessions.execute(sessionId, { role: 'system', person: null }, CommandId.parse(newId()), {
      type: 'start-stream',
      tracks: ['camera'],
      node: NodeId.parse('a-node'),
    });
    // By a node that nobody knows: this one soon says that it is lost.
    const session = await harness.app.sessions.open(sessionId);
    await expect.poll(() => session?.state.seq, { timeout: 20_000 }).toBe(7);
    expect(await verify('--session', sessionId)).toMatchObject({ code: 0, output: expect.stringContaining('7 events  whole') });
    tamper('DELETE FROM events WHERE seq = 7');
    expect(await verify('--session', sessionId)).toEqual({ code: 1, output: expect.stringContaining('NOT WHOLE from event 7 on') });
  });

  it.each([
    ['one that was altered', `UPDATE texts SET body = 'Words of nobody' WHERE body = 'Words of a patient'`, 'TEXTS ALTERED of events: 3'],
    ['one that is gone', `DELETE FROM texts WHERE body = 'Somebody'`, 'TEXTS MISSING of events: 3'],
  ])('[A9][U2] of the texts finds %s', async (_what, sql, said) => {
    tamper(sql);
    const { code, output } = await verify('--session', sessionId);
    expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(new RegExp(` {2}5 events {2}whole .*\\n {2}${said}\\n$`)) });
  });

  it('[A9][U2] finds an erased text that somebody put back', async () => {
    const viewer = await harness.join(sessionId, 'viewer');
    const asked = await viewer.command({ type: 'submit-question', text: 'Taken back later' });
    if (!asked.ok || asked.questionId === undefined) throw new Error('not asked');
    tamper(`CREATE TABLE aside AS SELECT * FROM texts WHERE body = 'Taken back later'`);
    await viewer.command({ type: 'withdraw-question', questionId: asked.questionId });
    viewer.close();
    expect(await verify()).toMatchObject({ code: 0 });
    tamper('INSERT INTO texts SELECT * FROM aside');
    expect(await verify()).toEqual({ code: 1, output: expect.stringContaining('TEXTS TOO MANY, erased or of no event: 1') });
  });

  it('[U2] a log in a file is verified by itself, without any database', async () => {
    expect(await verify('--session', sessionId, '--export', at('log.json'))).toMatchObject({ code: 0 });
    expect((await stat(at('log.json'))).mode & 0o777).toBe(0o600);
    const text = await readFile(at('log.json'), 'utf8');
    expect(text).not.toMatch(/Words of a patient|Somebody/);
    const alone = (file: string) => verifyWith({ DATA_DIR: at('nothing') }, ['--file', at(file)]);
    expect(await alone('log.json')).toEqual({ code: 0, output: expect.stringMatching(/ {2}5 events {2}whole {2}[\w-]{43}\n$/) });
    await writeFile(at('forged.json'), text.replace('question-pinned', 'question-unpinned'));
    expect(await alone('forged.json')).toEqual({ code: 1, output: expect.stringContaining('NOT WHOLE from event 5 on') });
    await writeFile(at('cut.json'), text.slice(0, 400));
    expect(await alone('cut.json')).toEqual({ code: 1, output: expect.stringContaining('or not all of it') });
    expect(await verify('--session', sessionId, '--export', at('log.json'))).toEqual({
      code: 1,
      output: expect.stringContaining('is there already'),
    });
  });

  it('[U2] finds a log whose chain was computed anew, by what a moderator took away before', async () => {
    const moderator = await harness.staff(sessionId, 'moderator');
    const response = await moderator.fetch(`/api/audit/file?sessionId=${sessionId}&as=json`);
    await writeFile(at('audit.json'), await response.text());
    await harness.act(sessionId, 'host', { type: 'go-live' });
    expect(await verify('--against', at('audit.json'))).toEqual({
      code: 0,
      output: expect.stringContaining('the log that the file was taken from, with 2 more since'),
    });
    expect(await verify('--file', at('audit.json'))).toEqual({ code: 1, output: expect.stringContaining('--against') });
    expect(await verify('--session', sessionId, '--export', at('log.json'))).toMatchObject({ code: 0 });
    expect(await verify('--against', at('log.json'))).toEqual({ code: 0, output: expect.stringContaining('with 0 more since') });

    const database = new DatabaseSync(databasePath(harness.env), { timeout: 5000 });
    let link = chainStart(sessionId);
    for (const { seq, event } of database.prepare('SELECT seq, event FROM events WHERE session_id = ? ORDER BY seq').all(sessionId)) {
      const forged = seq === 4 ? String(event).replace('"role":"moderator"', '"role":"host"') : String(event);
      link = chainNext(link, forged);
      database.prepare('UPDATE events SET event = ?, chain = ? WHERE session_id = ? AND seq = ?').run(forged, link, sessionId, Number(seq));
    }
    // The log's end, too: who leaves that is found by it.
    expect(await verify()).toEqual({ code: 1, output: expect.stringContaining('NOT WHOLE from event 7 on') });
    database.prepare('UPDATE sessions SET chain = ? WHERE id = ?').run(link, sessionId);
    database.close();
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await verify('--against', at('audit.json'))).toEqual({ code: 1, output: expect.stringContaining('it differs from event 4 on') });
  });

  it('[U2] an export that has the log’s hashes and says something else is told apart', async () => {
    const moderator = await harness.staff(sessionId, 'moderator');
    const response = await moderator.fetch(`/api/audit/file?sessionId=${sessionId}&as=json`);
    const audit = z.looseObject({ rows: z.array(z.looseObject({ seq: z.int() })) }).parse(await response.json());
    const with4 = (change: object) => ({ ...audit, rows: audit.rows.map((row) => (row.seq === 4 ? { ...row, ...change } : row)) });
    const against = async (file: object) => {
      await writeFile(at('given.json'), JSON.stringify(file));
      return verify('--against', at('given.json'));
    };
    expect(await against(with4({}))).toMatchObject({ code: 0 });
    expect(await against(with4({ actor: 'moderator 2' }))).toEqual({
      code: 1,
      output: expect.stringContaining('what the file says of it is NOT'),
    });
    expect(await against({ ...audit, rows: [] })).toEqual({
      code: 1,
      output: expect.stringMatching(/has no event: there is nothing to compare\.\n$/),
    });
  });

  it('takes an id that begins with a hyphen', async () => {
    const id = SessionId.parse('-begins-with-one');
    const organiser = { role: 'organiser', person: someone() } as const;
    const command = {
      type: 'schedule-session',
      title: 'A session',
      description: '',
      host: { name: 'Dr', title: '' },
      startsAt: 1,
    } as const;
    await harness.app.sessions.schedule(organiser, CommandId.parse(newId('command')), command, id);
    expect(await verify('--session', id)).toMatchObject({ code: 0, output: expect.stringContaining(`${id}  1 event  whole`) });
  });

  it('says in one sentence what it does not understand', async () => {
    const refused: [string[], RegExp][] = [
      [['--session', 'nobody'], /^There is no session “nobody”\. .+\n$/],
      [['--export', at('x.json')], /^The log of which session\? .+\n$/],
      [['--file', 'a', '--against', 'b'], /^One of .+\n$/],
      [['--file', at('none.json')], /can't be read\.\n$/],
      [['what'], /^“what” is not understood\. .+\n$/],
    ];
    for (const [args, sentence] of refused) expect(await verify(...args)).toEqual({ code: 1, output: expect.stringMatching(sentence) });
    expect(await verifyWith({ DATA_DIR: at('nothing') }, [])).toEqual({ code: 1, output: expect.stringMatching(/^There is no database/) });
    expect((await verify('--help')).output).toContain('npm run verify -- --against audit.json');
  });
});

describe('of Postgres', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());

  it('[U2] says the same, and finds the same', async () => {
    const database = await postgres.createDatabase();
    const app = await startApp({ store: await openPostgresStore(database.url) });
    const id = await fill(app);
    const verify = (...args: string[]) => verifyWith({ DATABASE_URL: database.url, REDIS_URL: 'redis://127.0.0.1:1' }, args);
    expect(await verify()).toEqual({ code: 0, output: expect.stringMatching(new RegExp(`^${id}  5 events  whole  [\\w-]{43}\n$`)) });
    const connections = createConnections(database.url, { timeoutMs: 5000, most: 1 });
    await connections.run((ask) => ask(`UPDATE texts SET body = 'Words of nobody' WHERE body = 'Words of a patient'`, [], z.object({})));
    expect(await verify('--session', id)).toEqual({ code: 1, output: expect.stringContaining('TEXTS ALTERED of events: 3') });
    await connections.run((ask) => ask('DELETE FROM texts', [], z.object({})));
    expect(await verify('--session', id)).toEqual({ code: 1, output: expect.stringContaining('TEXTS MISSING of events: 3, 3') });
    await connections.run((ask) => ask('UPDATE sessions SET chain = events.chain FROM events WHERE events.seq = 4', [], z.object({})));
    expect(await verify('--session', id)).toEqual({ code: 1, output: expect.stringContaining('NOT WHOLE from event 5 on') });
    await connections.run((ask) => ask('DELETE FROM events WHERE seq = 5', [], z.object({})));
    await connections.close();
    expect(await verify('--session', id)).toEqual({ code: 1, output: expect.stringContaining('NOT WHOLE from event 5 on') });
    await app.close();
  });
});
