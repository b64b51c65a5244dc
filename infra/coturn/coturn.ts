import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const exampleFile = path.join(import.meta.dirname, 'turnserver.conf');

/** TURNSERVER_PATH, or where systems put it; null where there is none. */
function findTurnserver(): string | null {
  const told = process.env['TURNSERVER_PATH'];
  if (told) return told;
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  return folders.map((folder) => path.join(folder, 'turnserver')).find((file) => existsSync(file)) ?? null;
}

/** Lines of a coturn configuration: name and value, which is empty for what is only switched on. */
export const settingsIn = (text: string): (readonly [name: string, value: string])[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, name = '', value = ''] = /^([^=]+)=?(.*)$/.exec(line) ?? [];
      return [name, value];
    });

export type Coturn = {
  /** Everything that it said on its outputs. */
  said(): string;
  /** Of its certificate's key, as `--ignore-certificate-errors-spki-list` takes it: Base64 of SHA-256. */
  keyDigest: string;
  close(): Promise<void>;
};

/** Runs coturn with the example's settings, of which `own` replaces those of its names, until it is closed. */
export async function startCoturn(own: Readonly<Record<string, string | readonly string[]>>): Promise<Coturn> {
  const binary = findTurnserver();
  if (!binary) throw new Error('coturn is not installed: apt-get install coturn, or set TURNSERVER_PATH');
  const folder = await mkdtemp(path.join(tmpdir(), 'bedside-coturn-'));
  const [cert, pkey] = [path.join(folder, 'certificate.pem'), path.join(folder, 'key.pem')];
  const made = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=turn.test', '-keyout', pkey, '-out', cert];
  execFileSync('openssl', ['req', ...made], { stdio: 'ignore' });
  const settings = { cert, pkey, userdb: path.join(folder, 'turndb'), pidfile: path.join(folder, 'turnserver.pid'), ...own };
  const kept = settingsIn(await readFile(exampleFile, 'utf8')).filter(([name]) => !Object.hasOwn(settings, name));
  const replaced = Object.entries(settings).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as const));
  const lines = [...kept, ...replaced].map(([name, value]) => (value === '' ? name : `${name}=${value}`));
  await writeFile(path.join(folder, 'turnserver.conf'), `${lines.join('\n')}\n`, { mode: 0o600 });

  const child = spawn(binary, ['-c', path.join(folder, 'turnserver.conf')], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exited = Promise.race([once(child, 'exit'), once(child, 'error')]);
  const publicKey = execFileSync(
    'sh',
    ['-c', 'openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256 -binary'],
    {
      input: await readFile(cert),
    },
  );
  return {
    said: () => said,
    keyDigest: publicKey.toString('base64'),
    async close() {
      child.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
