import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
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

type Encoding = 'br' | 'gzip';
/** In order of preference, and how the build names what it compressed (client/precompress.ts). */
const suffixes: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };
const encodings: readonly Encoding[] = ['br', 'gzip'];

type Asset = { path: string; type: string; hashed: boolean; compressed: readonly Encoding[] };

/**
 * The built pages' files, by their exact path below `dir`: what is not in the list does not exist, so that no path can
 * lead out of it. Read once each, and kept: a build is a few hundred kB.
 */
export function createAssets(dir: string) {
  let listed: { stamp: number; assets: Map<string, Asset> } = { stamp: -1, assets: new Map() };
  const bodies = new Map<string, Buffer>();

  function index(): Map<string, Asset> {
    const stamp = statSync(join(dir, 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (stamp !== listed.stamp) {
      listed = { stamp, assets: stamp === 0 ? new Map<string, Asset>() : list(dir) };
      bodies.clear();
    }
    return listed.assets;
  }

  function body(path: string): Buffer {
    const kept = bodies.get(path) ?? readFileSync(path);
    bodies.set(path, kept);
    return kept;
  }

  function send(response: Response, asset: Asset, accepted: (encodings: string[]) => string | false): void {
    // Asked for one by one: browsers list gzip first, without preferring it.
    const encoding = asset.compressed.find((name) => accepted([name]) === name);
    response.set('content-type', asset.type);
    response.vary('accept-encoding');
    response.set('cache-control', asset.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600');
    if (encoding) response.set('content-encoding', encoding);
    response.send(body(asset.path + (encoding ? suffixes[encoding] : '')));
  }

  const serve: RequestHandler = (request, response, next) => {
    const asset = request.method === 'GET' || request.method === 'HEAD' ? index().get(request.path) : undefined;
    if (!asset) return next();
    send(response, asset, (encodings) => request.acceptsEncodings(encodings));
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
  const paths = new Set(files.map((entry) => join(entry.parentPath, entry.name)));
  return new Map(
    files.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      const url = `/${relative(dir, path).split(sep).join('/')}`;
      const type = types[extname(entry.name)];
      // The page itself is served with its session's title, never from here; dot-files are the build's own.
      if (type === undefined || url === '/index.html' || entry.name.startsWith('.')) return [];
      const compressed = encodings.filter((encoding) => paths.has(path + suffixes[encoding]));
      return [[url, { path, type, hashed: url.startsWith('/assets/'), compressed }]];
    }),
  );
}
