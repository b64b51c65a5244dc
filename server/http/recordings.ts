import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { RecordingName } from '@bedside/shared/outputs.ts';
import type { RouteResult } from '@bedside/shared/rpc.ts';
import type { Request, Response } from 'express';

/** Files of sessions' recordings, by names that can lead nowhere else: ids and names are parsed before they come here. */
export function createRecordings(folderOf: (sessionId: SessionId) => string) {
  async function find(sessionId: SessionId, name: string): Promise<{ path: string; bytes: number }> {
    const path = join(folderOf(sessionId), name);
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new Refusal('not-found', 'no such recording here');
    return { path, bytes: found.size };
  }

  return {
    async list(sessionId: SessionId): Promise<RouteResult<'recordings'>> {
      const names = (await readdir(folderOf(sessionId)).catch(() => [])).filter((name) => RecordingName.safeParse(name).success);
      const recordings = await Promise.all(names.map(async (name) => ({ name, bytes: (await find(sessionId, name)).bytes })));
      return { recordings: recordings.toSorted((a, b) => (a.name < b.name ? 1 : -1)) };
    },
    find: async (sessionId: SessionId, name: string) => ({ ...(await find(sessionId, name)), name: `${sessionId}-${name}` }),
    async erase(sessionId: SessionId, name: string): Promise<Record<never, never>> {
      const { path } = await find(sessionId, name);
      await rm(path);
      return {};
    },
  };
}
export type Recordings = ReturnType<typeof createRecordings>;

type Found = Awaited<ReturnType<Recordings['find']>>;

/** With ranges (RFC 9110 section 14), so that a download that was cut off goes on. */
export async function sendRecording(request: Request, response: Response, { path, bytes, name }: Found): Promise<void> {
  const asked = request.range(bytes);
  const range = Array.isArray(asked) && asked.type === 'bytes' && asked.length === 1 ? asked[0] : undefined;
  const { start, end } = range ?? { start: 0, end: bytes - 1 };
  const file = bytes === 0 ? Readable.from([]) : createReadStream(path, { start, end });
  response.set({
    'cache-control': 'no-store',
    'content-type': 'video/mp4',
    'content-disposition': `attachment; filename="${name}"`,
    'accept-ranges': 'bytes',
    'content-length': String(end - start + 1),
    ...(range ? { 'content-range': `bytes ${start}-${end}/${bytes}` } : {}),
  });
  response.status(range ? 206 : 200);
  await pipeline(file, response).catch(() => response.destroy());
}
