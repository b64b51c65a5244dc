import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { RequestHandler, Response } from 'express';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/;
/** Below this a compressed body saves no packet. */
const WORTH_BYTES = 1024;

type Asset = { path: string; type: string; hashed: boolean };
type Encoding = 'br' | 'gzip';

const ENCODINGS: readonly Encoding[] = ['br', 'gzip'];
const brotli = promisify(brotliCompress);
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/**
 * The built pages' files, by their exact path below `dir`: what is not in the list does not exist, so that no path can
 * lead out of it. Compressed once each, when first asked for, and kept: a build is a few hundred kB.
 */
export function createAssets(dir: string) {
  let listed: { stamp: number; assets: Map<string, Asset> } = { stamp: -1, assets: new Map() };
  const compressed = new Map<string, Promise<Buffer>>();

  function index(): Map<string, Asset> {
    const stamp = statSync(join(dir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp !== listed.stamp) {
      listed = { stamp, assets: stamp === 0 ? new Map<string, Asset>() : list(dir) };
      compressed.clear();
    }
    return listed.assets;
  }

  function body(asset: Asset, encoding: Encoding | null): Promise<Buffer> {
    const key = `${encoding} ${asset.path}`;
    let promise = compressed.get(key);
    if (!promise) {
      const plain = readFileSync(asset.path);
      promise = encoding && plain.length >= WORTH_BYTES ? compressors[encoding](plain) : Promise.resolve(plain);
      compressed.set(key, promise);
    }
    return promise;
  }

  async function send(response: Response, asset: Asset, accepted: (encodings: string[]) => string | false): Promise<void> {
    const small = statSync(asset.path).size < WORTH_BYTES;
    const compress = COMPRESSIBLE.test(asset.type) && !small;
    // Asked for one by one: browsers list gzip first, without preferring it.
    const encoding = compress ? (ENCODINGS.find((name) => accepted([name]) === name) ?? null) : null;
    response.set('content-type', asset.type);
    response.vary('accept-encoding');
    response.set('cache-control', asset.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    if (encoding) response.set('content-encoding', encoding);
    response.send(await body(asset, encoding));
  }

  const serve: RequestHandler = async (request, response, next) => {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? index().get(request.path) : undefined;
    if (!asset) return next();
    await send(response, asset, (encodings) => request.acceptsEncodings(encodings));
  };

  return {
    serve,
    /** The page's HTML, null before the client was built. */
    html(): string | null {
      index();
      return listed.stamp === 0 ? null : readFileSync(join(dir, 'index.html'), 'utf8');
    },
  };
}

function list(dir: string): Map<string, Asset> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const url = `/${relative(dir, path).split(sep).join('/')}`;
      const type = types[extname(entry.name)];
      // The page itself is served with its session's title, never from here; dot-files are the build's own.
      if (type === undefined || url === '/index.html' || entry.name.startsWith('.')) return [];
      return [[url, { path, type, hashed: url.startsWith('/assets/') }]];
    }),
  );
}
