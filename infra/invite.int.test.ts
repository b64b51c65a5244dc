import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../server/store/postgres.ts';
import { type Harness, startApp } from '../server/testing/harness.ts';
import { type PostgresServer, startPostgres } from '../server/testing/postgres.ts';

let harness: Harness;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-invite-'));
  harness = await startApp();
});
afterAll(async () => {
  await harness.close();
  await rm(folder, { recursive: true });
});

/** Runs a program to its end, or until it says `stopAt`. */
async function run(file: string, args: readonly string[], settings: Record<string, string>, stopAt?: RegExp) {
  const { PATH, HOME, MEDIASOUP_WORKER_BIN } = process.env;
  const env = { PATH, HOME, MEDIASOUP_WORKER_BIN, ...settings };
  const child = spawn(process.execPath, [path.join(import.meta.dirname, file), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    if (stopAt?.test(errors)) child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors };
}

/** `npm run invite` beside the server that runs. */
const invite = (...args: string[]) => run('invite.ts', args, { DATA_DIR: harness.env.dataDir, PUBLIC_URL: harness.url });

it('[A2][A3] prints links that the running server takes', async () => {
  const sessionId = await harness.schedule();
  for (const role of ['host', 'cohost', 'interpreter', 'moderator', 'screener', 'reviewer'] as const) {
    const { code, output, errors } = await invite(sessionId, role);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(new RegExp(`^${harness.url}/s/${sessionId}\\?as=${role}#invite=[\\w-]{43}\n$`));
    const secret = output.trim().split('#invite=')[1] ?? '';
    expect(await (await harness.visit()).api('exchange', { secret })).toEqual({ ok: true, sessionId, role });
  }
  const { output } = await invite('organiser');
  expect(output).toMatch(new RegExp(`^${harness.url}/new#invite=[\\w-]{43}\n$`));
  const person = await harness.visit();
  await person.takeInvite(output.trim());
  expect(await person.api('me', {})).toMatchObject({ organiser: true });
  expect((await invite('list')).output).toContain(`${sessionId}  open `);
});

it('[A2][A3] revokes a role: pages that join next are refused, its links are void, new ones work', async () => {
  const sessionId = await harness.schedule();
  const [host, moderator] = [await harness.join(sessionId, 'host'), await harness.join(sessionId, 'moderator')];
  const unused = (await invite(sessionId, 'moderator')).output.trim();
  const { code, output } = await invite('revoke', sessionId, 'moderator');
  expect(code).toBe(0);
  expect(output).toContain('until it joins next');
  const as = async (client: typeof host, role: 'host' | 'moderator') => (await client.call('session:join', { sessionId, as: role })).ok;
  expect(await as(moderator, 'moderator')).toBe(false);
  expect(await as(host, 'host')).toBe(true);
  await expect(moderator.person.takeInvite(unused)).rejects.toThrow('invite-invalid');
  await moderator.person.takeInvite((await invite(sessionId, 'moderator')).output.trim());
  expect(await as(moderator, 'moderator')).toBe(true);
});

it('[A2] says in one sentence what is wrong, and exits with 1', async () => {
  const sessionId = await harness.schedule();
  const wrong: [string[], RegExp][] = [
    [['nowhere', 'host'], /^There is no session “nowhere”\. npm run invite -- list shows them\.\n$/],
    [[sessionId, 'doctor'], /^A role is host, cohost, interpreter, moderator, screener, reviewer or captioner, not “doctor”\. .+\n$/],
    [['revoke', sessionId], /^A role is host, cohost, interpreter, moderator, screener, reviewer or captioner\. .+\n$/],
    [['organiser', 'please'], /^“organiser please” is not understood\. .+\n$/],
  ];
  for (const [args, sentence] of wrong) {
    const { code, output, errors } = await invite(...args);
    expect(errors).toMatch(sentence);
    expect({ code, output }).toEqual({ code: 1, output: '' });
  }
  const { code, errors } = await run('invite.ts', ['organiser'], { DATA_DIR: folder });
  expect(errors).toMatch(/^There is no database \S+bedside\.db\. Start the server once, or set DATA_DIR .+\n$/);
  expect(code).toBe(1);
  expect((await invite()).output).toContain('npm run invite -- revoke <session>');
});

it('[A2] the bare server says how to get the first link', async () => {
  const settings = { DATA_DIR: path.join(folder, 'bare'), PORT: '0', RTC_PORT_BASE: '45990', ANNOUNCED_ADDRESS: '127.0.0.1' };
  const { code, errors } = await run('../server/main.ts', [], settings, /\n$/);
  expect(errors).toBe('There is no session yet. npm run invite -- organiser prints a link to schedule one.\n');
  expect(code).toBe(0);
});

describe('with DATABASE_URL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.close());

  it('[A2] makes links beside a server on Postgres', async () => {
    const { url: DATABASE_URL } = await postgres.createDatabase();
    const node = await startApp({ store: await openPostgresStore(DATABASE_URL) });
    const sessionId = await node.schedule();
    // As infra/runbook.md has it: what all nodes share, hence no NODE_URL.
    const shared = { DATABASE_URL, REDIS_URL: 'redis://127.0.0.1:1', PUBLIC_URL: node.url };
    const { code, output, errors } = await run('invite.ts', [sessionId, 'host'], shared);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const secret = output.trim().split('#invite=')[1] ?? '';
    expect(await (await node.visit()).api('exchange', { secret })).toEqual({ ok: true, sessionId, role: 'host' });
    await node.close();
  });

  it('[A10] says in one sentence why Postgres can not be used, and names no user and no password', async () => {
    const { url } = await postgres.createDatabase();
    const change = (parts: Partial<Pick<URL, 'port' | 'password' | 'username' | 'pathname'>>) => Object.assign(new URL(url), parts).href;
    const wrong: [string, RegExp][] = [
      [change({ password: 'hunter2' }), /: it refuses the user, the password /],
      [change({ username: 'mallory' }), /: it refuses the user, the password /],
      [change({ pathname: '/nowhere' }), /database nowhere at 127\.0\.0\.1:\d+ can't be used: there is no such database\. /],
      [change({ port: '1' }), /: nothing answers there\. /],
      ['postgres://mallory:hunter2@db.invalid/bedside', /^The database bedside at db\.invalid can't be used: /],
    ];
    for (const [DATABASE_URL, sentence] of wrong) {
      const { code, output, errors } = await run('invite.ts', ['list'], { DATABASE_URL });
      expect(errors).toMatch(sentence);
      expect(errors).toMatch(/^The database .+ See that DATABASE_URL is right and Postgres runs, and start again\.\n$/);
      expect(errors).not.toMatch(/mallory|hunter2|bedside:/);
      expect({ code, output }).toEqual({ code: 1, output: '' });
    }
  });
});
