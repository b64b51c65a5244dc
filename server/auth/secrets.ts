import { hkdfSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { StartError } from '../env.ts';

const KEY_BYTES = 32;
const Key = z.base64url().length(43);
const SecretsFile = z.union([
  z.strictObject({ version: z.literal(2), keys: z.array(Key).min(1).max(16) }),
  // Until rotation came there was one key.
  z.strictObject({ version: z.literal(1), cookieKey: Key }),
]);

/** The first key signs and seals; every one of them is accepted (rule K1). 32 bytes each. */
export type Keys = readonly [Buffer, ...Buffer[]];
export type Secrets = { keys: Keys };

/** What keys are derived for, beside signing identities. */
export type KeyPurpose = 'cluster sealing' | 'limiter' | 'output secrets';

/**
 * Keys of 32 bytes for one purpose, in the order of the list: seal with the first, open with any. HKDF-SHA256 (RFC 5869)
 * without salt, so that nothing can be told from one purpose's key about another's, nor about what signs identities.
 */
export function deriveKeys({ keys: [first, ...older] }: Secrets, purpose: KeyPurpose): Keys {
  return [derive(first, purpose), ...older.map((key) => derive(key, purpose))];
}

/** What names a key to people without telling anything of it: eight hexadecimal digits. */
export const keyName = (key: Buffer) => derive(key, 'name').subarray(0, 4).toString('hex');

const derive = (key: Buffer, info: string) => Buffer.from(hkdfSync('sha256', key, '', `bedside ${info} 1`, KEY_BYTES));

export const newKey = () => randomBytes(KEY_BYTES);

/**
 * The installation's secrets, made at the first start and kept in one file, readable by its owner only. Nodes that start
 * at once on one file end with the same (rule K2). Throws `StartError` where it can't be written or does not parse.
 */
export function loadSecrets(path: string): Secrets {
  return readSecrets(path) ?? createSecrets(path);
}

/** Null if there is no such file; throws `StartError` where it can't be read or does not parse. */
export function readSecrets(path: string): Secrets | null {
  const text = read(path);
  if (text === null) return null;
  const parsed = SecretsFile.safeParse(json(text));
  const [first, ...older] = !parsed.success ? [] : parsed.data.version === 1 ? [parsed.data.cookieKey] : parsed.data.keys;
  if (first === undefined) {
    throw new StartError(
      `${path} is not a secrets file of Bedside. Put back the one from your backup, or delete it: everybody then starts as a stranger and needs new invites.`,
    );
  }
  const decode = (key: string) => Buffer.from(key, 'base64url');
  return { keys: [decode(first), ...older.map(decode)] };
}

/** Replaces the file, whole or not at all; it stays its owner's, whoever writes it. Throws `StartError`. */
export function writeSecrets(path: string, secrets: Secrets): void {
  place(path, secrets, (written) => {
    const owner = statSync(path, { throwIfNoEntry: false });
    if (owner && owner.uid !== process.getuid?.()) chownSync(written, owner.uid, owner.gid);
    renameSync(written, path);
  });
}

function createSecrets(path: string): Secrets {
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartError(`The data directory ${folder} can't be made. Make it writable, or choose another: DATA_DIR=/path npm start.`);
  }
  place(path, { keys: [newKey()] }, (written) => {
    // Unlike a rename a link never replaces: of nodes that start at once one comes first, and the others take its file.
    try {
      linkSync(written, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  });
  const secrets = readSecrets(path);
  if (secrets === null) throw new StartError(`${path} was written and is gone again. Is something cleaning up ${folder}?`);
  return secrets;
}

/** Writes beside the path and lets `move` bring it there: a crash half-way must not leave a file that stops the next start. */
function place(path: string, { keys }: Secrets, move: (written: string) => void): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}.new`;
  const text = `${JSON.stringify({ version: 2, keys: keys.map((key) => key.toString('base64url')) })}\n`;
  try {
    writeFileSync(beside, text, { mode: 0o600, flush: true, flag: 'wx' });
    move(beside);
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch (error) {
    throw new StartError(
      `${path} can't be written (${String(codeOf(error))}). Make the directory writable, or choose another: DATA_DIR=/path npm start.`,
    );
  } finally {
    rmSync(beside, { force: true });
  }
}

function read(path: string): string | null {
  try {
    const text = readFileSync(path, 'utf8');
    tighten(path);
    return text;
  } catch (error) {
    const code = codeOf(error);
    // Not a directory: what can't be made there says so better.
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new StartError(`${path} can't be read (${String(code)}). It must belong to the user that starts Bedside.`);
  }
}

function tighten(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // Mounted read-only, or somebody else's: then who may read it is whoever mounts it to decide.
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
