import { readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(?:css|js|json|svg|txt|webmanifest)$/;
/** Below this a compressed body saves no packet. */
const worthBytes = 1024;

/** Leaves `name.br` and `name.gz` beside what was built, as small as they go, so that no server compresses while somebody waits. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      const names = await readdir(folder, { recursive: true });
      await Promise.all(names.filter((name) => compressible.test(name)).map((name) => compress(path.join(folder, name))));
      // A server that runs looks at the page's time to see that there is another build (server/http/assets.ts).
      const now = new Date();
      await utimes(path.join(folder, 'index.html'), now, now);
    },
  };
}

async function compress(file: string): Promise<void> {
  const plain = await readFile(file);
  if (plain.length < worthBytes) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  await appear(`${file}.br`, await promisify(brotliCompress)(plain, { params }));
  await appear(`${file}.gz`, await promisify<Buffer, { level: number }, Buffer>(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }));
}

/** Whole: a server that runs may be asked for it at any moment. */
async function appear(file: string, body: Buffer): Promise<void> {
  await writeFile(`${file}.part`, body);
  await rename(`${file}.part`, file);
}
