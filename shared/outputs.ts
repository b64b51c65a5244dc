import * as z from 'zod/mini';
import { Timestamp } from './commands.ts';
import { SessionId } from './ids.ts';

/** How an output does. `full`: the disk's reserve is reached, and what was recorded until then is whole. */
export const OutputState = z.enum(['off', 'starting', 'on', 'retrying', 'failed', 'full']);
export type OutputState = z.infer<typeof OutputState>;

/**
 * Why it is not `on`. `ended`: its program ended; `slow`: it did not keep up; `silent`: it took everything and gave nothing; `server`:
 * the other side refused or is gone; `no-room`: the server encodes as many sessions as it may; `inside`: the name leads into the server's own network;
 * `certificate`: the other side does not prove its name; `secret`: the key can't be read any more.
 */
export const OutputWhy = z.enum([
  'ended',
  'slow',
  'silent',
  'server',
  'unknown-host',
  'inside',
  'certificate',
  'secret',
  'disk',
  'folder',
  'no-ffmpeg',
  'no-room',
  'not-live',
]);
export type OutputWhy = z.infer<typeof OutputWhy>;

export const OutputHealth = z.object({
  state: OutputState,
  /** Milliseconds since 1970, on the server's clock. */
  since: Timestamp,
  why: z.nullable(OutputWhy),
});
export type OutputHealth = z.infer<typeof OutputHealth>;

/** A file of a session's folder, named after when it was begun (UTC); `-2` where it was left in parts. */
export const RecordingName = z.string().check(z.regex(/^\d{8}T\d{6}Z(?:-\d{1,4})?\.mp4$/));

export const Recording = z.object({ name: RecordingName, bytes: z.int() });
export type Recording = z.infer<typeof Recording>;

/** GET, with this as its query: answered with the file itself, refused as other routes are. */
export const recordingFile = {
  path: '/api/recordings/file',
  input: z.strictObject({ sessionId: SessionId, name: RecordingName }),
} as const;
