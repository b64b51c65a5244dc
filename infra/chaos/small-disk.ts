import { spawnSync } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A mount of its own, in a namespace that ends with what runs in it: nothing of it is seen elsewhere or left behind.
const unshare = () => ['unshare', ...(process.getuid?.() === 0 ? [] : ['--map-root-user']), '--mount'];
const MOUNT = 'mount -t tmpfs -o "size=$1" none "$0" && shift && exec "$@"';

/** Why there is none on this machine, for people; undefined where there is. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'mount namespaces are Linux’s own';
  const [program = '', ...args] = unshare();
  const { error, status } = spawnSync(program, [...args, 'sh', '-c', MOUNT, tmpdir(), '1m', 'true']);
  if (error) return 'unshare is not installed';
  return status === 0 ? undefined : 'this user may mount nothing, not even in a namespace of its own';
}

export type SmallDisk = {
  folder: string;
  /** What a command runs under, to find the disk at `folder`. */
  under: string[];
  /** Where others find what a process that runs under it sees there. */
  seenBy(pid: number): string;
  /** Takes all room that is left. */
  fill(pid: number): Promise<void>;
  makeRoom(pid: number): Promise<void>;
  remove(): Promise<void>;
};

export async function smallDisk(bytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-small-'));
  const seenBy = (pid: number) => `/proc/${pid}/root${folder}`;
  const filler = (pid: number) => join(seenBy(pid), 'filler');
  return {
    folder,
    under: [...unshare(), 'sh', '-c', MOUNT, folder, String(bytes)],
    seenBy,
    async fill(pid) {
      const file = await open(filler(pid), 'a');
      try {
        for (;;) await file.write(Buffer.alloc(4096, 1));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      } finally {
        await file.close();
      }
    },
    makeRoom: (pid) => rm(filler(pid)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
