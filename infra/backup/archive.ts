import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, link, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { StartError } from '../../server/env.ts';
import { interruption, run } from './interruption.ts';
import { codeOf } from './scratch.ts';

const MANIFEST = 'manifest.json';
const Manifest = z.strictObject({
  bedside: z.literal(1),
  database: z.enum(['sqlite', 'postgres']),
  /** Milliseconds since 1970. */
  at: z.int(),
  /** SHA-256 of each file, hexadecimal. */
  files: z.strictObject({ database: z.string(), 'secrets.json': z.string() }),
});
export type Manifest = z.infer<typeof Manifest>;

/**
 * Packs a folder with `database` and `secrets.json` into a tar of its owner's alone. Throws `StartError` where the file is
 * there already, unless it is to be replaced.
 */
export async function pack(
  folder: string,
  database: Manifest['database'],
  at: number,
  target: string,
  { replace = false }: { replace?: boolean } = {},
): Promise<void> {
  const files = { database: await digest(path.join(folder, 'database')), 'secrets.json': await digest(path.join(folder, 'secrets.json')) };
  await writeFile(path.join(folder, MANIFEST), JSON.stringify({ bedside: 1, database, at, files } satisfies Manifest), { mode: 0o600 });
  const packed = path.join(folder, 'packed.tar');
  await run('tar', ['-C', folder, '-cf', packed, MANIFEST, 'secrets.json', 'database']);
  await chmod(packed, 0o600);
  if (replace) return rename(packed, target);
  // Whole or not at all, and unlike a rename never in another's place.
  await link(packed, target).catch((error: unknown) => {
    const code = codeOf(error);
    throw new StartError(code === 'EEXIST' ? `${target} is there already. Choose another name.` : `${target} can't be written (${code}).`);
  });
}

/** Unpacks into a folder and checks every file. Throws `StartError` where it is no backup, cut or altered. */
export async function unpack(archive: string, folder: string): Promise<Manifest> {
  const refused = new StartError(`${archive} is not a whole backup of Bedside.`);
  // By name: whatever else is in there stays in there, and no path leads out of the folder.
  await run('tar', ['-C', folder, '-xf', path.resolve(archive), MANIFEST, 'secrets.json', 'database']).catch(() => {
    interruption.throwIfAborted();
    throw refused;
  });
  const plain = (await readdir(folder, { withFileTypes: true })).every((entry) => entry.isFile());
  const manifest = plain ? Manifest.safeParse(json(await readFile(path.join(folder, MANIFEST), 'utf8'))) : null;
  if (!manifest?.success) throw refused;
  for (const [name, sum] of Object.entries(manifest.data.files)) if ((await digest(path.join(folder, name))) !== sum) throw refused;
  return manifest.data;
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
