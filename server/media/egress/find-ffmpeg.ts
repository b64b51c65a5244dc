import { delimiter, join } from 'node:path';
import { isProgram } from '../../is-program.ts';

/** The program at `told`, else the first in the PATH; null where there is none that may be run. */
export function findFfmpeg(told: string | null): string | null {
  const found =
    told !== null
      ? [told]
      : (process.env['PATH'] ?? '')
          .split(delimiter)
          .filter(Boolean)
          .map((folder) => join(folder, 'ffmpeg'));
  return found.find(isProgram) ?? null;
}
