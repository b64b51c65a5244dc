import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { StartError } from '../env.ts';

const Secrets = z.strictObject({
  version: z.literal(1),
  /** Signs identity cookies; 32 bytes. With a new one everybody is a stranger. */
  cookieKey: z.base64url().length(43),
});
export type Secrets = { cookieKey: Buffer };

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * The installation's secrets, made at the first start and kept in `DATA_DIR/secrets.json`, readable by its owner only.
 * Throws `StartError` where the directory can't be written or the file does not parse.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartError(`The data directory ${dataDir} can't be made. Make it writable, or choose another: DATA_DIR=/path npm start.`);
  }
  const text = read(path);
  if (text === null) return create(path);
  const parsed = Secrets.safeParse(json(text));
  if (!parsed.success) {
    throw new StartError(
      `${path} is not a secrets file of Bedside. Put back the one from your backup, or delete it: everybody then starts as a stranger and needs new invites.`,
    );
  }
  return { cookieKey: Buffer.from(parsed.data.cookieKey, 'base64url') };
}

function read(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    chmodSync(path, 0o600);
    return text;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new StartError(`${path} can't be read (${String(codeOf(error))}). It must belong to the user that starts Bedside.`);
  }
}

function create(path: string): Secrets {
  const cookieKey = randomBytes(32);
  try {
    // Written whole or not at all: a crash half-way must not leave a file that stops the next start.
    writeFileSync(`${path}.new`, `${JSON.stringify({ version: 1, cookieKey: cookieKey.toString('base64url') })}\n`, {
      mode: 0o600,
      flush: true,
    });
    renameSync(`${path}.new`, path);
  } catch (error) {
    throw new StartError(
      `${path} can't be written (${String(codeOf(error))}). Make the directory writable, or choose another: DATA_DIR=/path npm start.`,
    );
  }
  return { cookieKey };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
