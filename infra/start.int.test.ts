import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, freePorts } from '../server/testing/free-port.ts';

const entry = path.join(import.meta.dirname, 'start.ts');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'bedside-start-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Starts Bedside, reads until `stopAt` is printed, sends Ctrl-C, and waits for the end. */
async function run(args: string[], settings: Record<string, string>, stopAt?: RegExp) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
    ANNOUNCED_ADDRESS: '127.0.0.1',
    ...settings,
  };
  const child = spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors, stopped] = ['', '', false];
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (stopped || !stopAt?.test(output)) return;
    stopped = true;
    child.kill('SIGINT');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors };
}

const settings = async (name: string) => ({
  DATA_DIR: path.join(folder, name),
  PORT: String(await freePort()),
  RTC_PORT_BASE: String(await freePorts(2)),
  MEDIA_WORKERS: '2',
});

describe('npm start', () => {
  it('prints the links, stops on Ctrl-C with 0, and keeps its secrets to its user', async () => {
    const env = await settings('links');
    const { code, output, errors } = await run([], env, /Schedule another session .+\n/);
    expect(errors).toBe('');
    expect(code).toBe(0);
    const base = `http://localhost:${env.PORT}`;
    expect(output).toMatch(new RegExp(`Doctor {6}${base}/s/type-2-diabetes\\?as=host#invite=[\\w-]{43}\n`));
    expect(output).toMatch(new RegExp(`Moderator {3}${base}/s/type-2-diabetes\\?as=moderator#invite=[\\w-]{43}\n`));
    expect(output).toMatch(new RegExp(`Screener {4}${base}/s/type-2-diabetes\\?as=screener#invite=[\\w-]{43}\n`));
    expect(output).toMatch(new RegExp(`Captioner {3}${base}/s/type-2-diabetes\\?as=captioner#invite=[\\w-]{43}\n`));
    expect(output).toMatch(new RegExp(`Reviewer {4}${base}/s/type-2-diabetes\\?as=reviewer#invite=[\\w-]{43}\n`));
    expect(output).toMatch(new RegExp(`Patient {5}${base}/s/type-2-diabetes\n`));
    expect(output).toMatch(new RegExp(`Schedule another session {3}${base}/new#invite=[\\w-]{43}\n`));
    expect(output).toMatch(/Stopping…\n$/);
    const { mode } = await stat(path.join(env.DATA_DIR, 'secrets.json'));
    expect((mode & 0o777).toString(8)).toBe('600');
  });

  it('with --lan shows a code for phones and says what needs HTTPS', async () => {
    const env = await settings('lan');
    const { code, output } = await run(['--lan', '--port', env.PORT], { ...env, PORT: '1' }, /Bedside is running[\s\S]+\n$/);
    expect(code).toBe(0);
    expect(output).toMatch(/▄|no address on a local network/);
    expect(output).toMatch(/needs HTTPS|no address on a local network/);
  });

  it('explains itself with --help, without secrets, and without starting', async () => {
    const { code, output } = await run(['--help'], { PORT: '8080', METRICS_TOKEN: 'a-token-for-the-operator' });
    expect(code).toBe(0);
    for (const words of ['npm start -- --lan', 'PUBLIC_URL', 'now: 8080', 'METRICS_TOKEN', '(set)']) expect(output).toContain(words);
    expect(output).not.toContain('a-token-for-the-operator');
  });
});

describe('what stops a start is one clear sentence, and exit code 1', () => {
  it.each([
    ['an unknown option', ['--lam'], {}, /^“--lam” is not understood\. npm start -- --help says what is\.\n$/],
    ['a bad variable', [], { PORT: 'x' }, /^PORT must be a whole number from 0 to 65535; it is now “x”\.\n$/],
    ['a data directory that is none', [], { DATA_DIR: '/dev/null/data' }, /^The data directory \/dev\/null\/data can't be made\. .+\n$/],
  ])('%s', async (_what, args, env, sentence) => {
    const { code, output, errors } = await run(args, { ...(await settings('stops')), ...env });
    expect(errors).toMatch(sentence);
    expect({ code, output }).toEqual({ code: 1, output: '' });
  });

  it('a port that is taken', async () => {
    const env = await settings('taken');
    const other = createServer().listen(Number(env.PORT), '127.0.0.1');
    await once(other, 'listening');
    const { code, errors } = await run([], env);
    other.close();
    expect(errors).toBe(
      `Port ${env.PORT} is taken by another program. Stop that one, or choose another port: npm start -- --port ${Number(env.PORT) + 1}.\n`,
    );
    expect(code).toBe(1);
  });

  it('secrets or a database that are damaged, and left as they are', async () => {
    const env = await settings('damaged');
    await run([], env, /Bedside is running/);
    const secrets = path.join(env.DATA_DIR, 'secrets.json');
    const good = await readFile(secrets, 'utf8');
    await writeFile(secrets, good.slice(0, 20));
    await chmod(secrets, 0o644);
    const first = await run([], env);
    expect(first.errors).toMatch(/^\S+secrets\.json is not a secrets file of Bedside\. .+\n$/);
    expect(first.code).toBe(1);
    expect(await readFile(secrets, 'utf8')).toBe(good.slice(0, 20));
    await writeFile(secrets, good);
    await writeFile(path.join(env.DATA_DIR, 'bedside.db'), 'this is no database, '.repeat(500));
    const second = await run([], env);
    expect(second.errors).toMatch(/^The database \S+bedside\.db can't be opened \(.+\)\. .+\n$/);
    expect(second.code).toBe(1);
  });
});
