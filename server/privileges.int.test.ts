import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './testing/free-port.ts';

const NOBODY = 65534;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-user-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The program as a node of a machine that serves, until it serves or ends. */
async function serve(settings: Record<string, string>, uid?: number): Promise<{ code: number | null; output: string; errors: string }> {
  const dataDir = await mkdtemp(join(folder, 'data-'));
  if (uid !== undefined) for (const place of [folder, dataDir]) await chown(place, uid, uid);
  const env = {
    MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
    DATA_DIR: dataDir,
    PORT: String(await freePort()),
    RTC_PORT_BASE: String(await freePort()),
    MEDIA_WORKERS: '1',
    ...settings,
  };
  const user = uid === undefined ? {} : { uid, gid: uid };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    // Said when it listens and hears signals.
    if (errors.includes('There is no session yet')) child.kill('SIGINT');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, errors: existsSync(join(dataDir, 'secrets.json')) ? errors : `${errors}(nothing written)` };
}

describe.runIf(process.getuid?.() === 0)('[O5] as root', () => {
  it('a node is refused in production, in one sentence, before it writes or listens', async () => {
    const { code, output, errors } = await serve({ NODE_ENV: 'production' });
    expect([code, output]).toEqual([1, '']);
    expect(errors).toMatch(/^Bedside does not run as root with NODE_ENV=production\. [^\n]+\n\(nothing written\)$/);
  });

  it('a node runs elsewhere, and its log says so', async () => {
    const { code, output } = await serve({});
    expect(code).toBe(0);
    expect(output).toMatch(/"level":40.*this runs as root/);
  });

  it('a node runs in production as a user without rights', async () => {
    const { code, output } = await serve({ NODE_ENV: 'production' }, NOBODY);
    expect(code).toBe(0);
    expect(output).not.toContain('as root');
  });
});
