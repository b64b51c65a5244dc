import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nginxConfig, type NginxOptions } from './config.ts';

/** NGINX_PATH, or where systems put it; null where there is none. */
export function findNginx(): string | null {
  const told = process.env['NGINX_PATH'];
  if (told) return told;
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  return folders.map((folder) => path.join(folder, 'nginx')).find((file) => existsSync(file)) ?? null;
}

export type Nginx = { close(): Promise<void> };

const START_MS = 20_000;

/**
 * Runs nginx as this user (or as `user`, for root who would be somebody else) until it is closed; resolves when it listens and `url`
 * answers, with whatever status. Rejects with what nginx said where it ends before, or does not get there.
 */
export async function startNginx(options: NginxOptions, url: string, user: { uid: number; gid: number } | null = null): Promise<Nginx> {
  const binary = findNginx();
  if (!binary) throw new Error('nginx is not installed: apt-get install nginx-light, or set NGINX_PATH');
  await mkdir(options.directory, { recursive: true });
  const file = path.join(options.directory, 'nginx.conf');
  await writeFile(file, nginxConfig(options));
  const child = spawn(binary, ['-c', file, '-p', options.directory, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'], ...user });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4096)));
  let ended = false;
  const end = Promise.race([once(child, 'exit'), once(child, 'error')]).then(() => (ended = true));
  const close = async () => {
    // Not SIGQUIT, which waits for every socket.
    if (!ended) child.kill('SIGTERM');
    await end;
  };
  const started = performance.now();
  while (!((await listens(options.directory, child.pid)) && (await answers(url)))) {
    if (ended) throw new Error(`nginx ended: ${said}`);
    if (performance.now() - started > START_MS) {
      await close();
      throw new Error(`nginx does not answer at ${url}: ${said}`);
    }
    await sleep(20);
  }
  return { close };
}

/** nginx writes its pid when it has all of its ports. Whatever else answers there is not this one. */
async function listens(directory: string, pid: number | undefined): Promise<boolean> {
  const written = await readFile(path.join(directory, 'nginx.pid'), 'utf8').catch(() => '');
  return pid !== undefined && Number(written) === pid;
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
