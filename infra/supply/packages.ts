import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

const Locked = z.object({
  /** Where it is installed under another name than its own. */
  name: z.string().optional(),
  version: z.string().optional(),
  license: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const Lock = z.object({ packages: z.record(z.string(), Locked) });

/** A package that npm installs, as package-lock.json has it; our own workspaces are none. */
export type Package = {
  name: string;
  /** Its folder, from the root. */
  place: string;
  version: string;
  /** An SPDX expression; null where the package's author gave npm none. */
  license: string | null;
  /** Whether it is there at run time, in a browser or on a server, and not only where this is developed. */
  ships: boolean;
  hasInstallScript: boolean;
  resolved: string | null;
  /** SHA-512 of its archive, which npm compares. */
  integrity: string | null;
};

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

export function packagesIn(root: string): Package[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages).flatMap(([place, locked]) =>
    !place.includes('node_modules/') || locked.link
      ? []
      : [
          {
            name: locked.name ?? nameOf(place),
            place,
            version: locked.version ?? '',
            license: locked.license ?? null,
            ships: !locked.dev,
            hasInstallScript: locked.hasInstallScript,
            resolved: locked.resolved ?? null,
            integrity: locked.integrity ?? null,
          },
        ],
  );
}
