import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** What looks like an address and is a name or a hint for developers: nothing is ever asked there. */
const names: [RegExp, string][] = [
  [/^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink|1998\/Math\/MathML|XML\/1998\/namespace)$/, 'namespaces of XML'],
  [/^http:\/\/www\.(webrtc\.org\/experiments\/rtp-hdrext|ietf\.org\/id\/draft-holmer-rmcat)/, 'names of RTP header extensions'],
  [/^https:\/\/aomediacodec\.github\.io\/av1-rtp-spec\//, 'a name of an RTP header extension'],
  [/^https:\/\/react\.dev\/errors\//, 'in the text of an error of React'],
  [/^https:\/\/react\.i18next\.com\//, 'in a warning of i18next'],
  [/^https:\/\/socket\.io\/docs\//, 'in a warning of Socket.IO'],
  [/^https?:\/\/(localhost)?[.,]?$/, 'a beginning, in code that reads an address or a sentence about one'],
];

/** Everything in a text that a browser could ask another host for: absolute addresses, and those without their scheme. */
function addressesIn(text: string): string[] {
  const absolute = text.match(/\b(?:https?|wss?):\/\/[\w.-]*[^\s"'`<>)\\${}]*/g) ?? [];
  const schemeless = [
    ...text.matchAll(/(?:\b(?:src|href|action|poster|srcset)=|url\(|@import\s+|\bimport\(|fetch\()\s*["'`]?(\/\/[\w.-]+[^\s"'`)>]*)/g),
  ];
  return [...absolute, ...schemeless.map(([, found = '']) => found)];
}

const strangersIn = (text: string) => addressesIn(text).filter((address) => !names.some(([name]) => name.test(address)));

function filesBelow(folder: string, pattern: RegExp): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((name) => pattern.test(name) && !/node_modules|\.test\.|\/testing\//.test(name));
}

describe('[A11] pages load nothing from third parties', () => {
  const built = filesBelow('client/dist', /\.(html|js|css|svg|json|webmanifest)$/);
  const sources = ['client/index.html', ...filesBelow('client/src', /\.(tsx?|css|json)$/), ...filesBelow('client/public', /./)];

  // The built ones have their packages in them; where nothing is built yet there are only our own.
  it.each([...sources, ...built])('%s names no other host', (file) => {
    const code = readFileSync(path.join(root, file), 'utf8');
    // Comments of ours say where a number comes from.
    const text = /\.tsx?$/.test(file) ? code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') : code;
    expect(strangersIn(text)).toEqual([]);
  });

  it('every way to name one is seen', () => {
    for (const text of [
      '<script src="https://cdn.example/x.js">',
      "<img src='//pixel.example/1.gif'>",
      '@import "//fonts.example/css";',
      'a{background:url(//images.example/x.png)}',
      'a{src:url("https://fonts.example/x.woff2")}',
      'new WebSocket("wss://push.example/")',
      'fetch(`https://api.example/${x}`)',
      "import('//modules.example/x.js')",
      'https://react.dev.evil.example/errors/',
    ]) {
      expect([text, strangersIn(text).length]).toEqual([text, 1]);
    }
    expect(strangersIn('<link href="/assets/x.css"><script src="/x.js"></script> a // b')).toEqual([]);
  });
});

describe('the server connects to nobody but its database, Redis and other nodes', () => {
  /** Where connections are opened, and to whom. What they do at run time is in infra/outbound.int.test.ts. */
  const opened = new Map([
    ['server/cluster/calls.ts', 'other nodes'],
    ['server/cluster/redis-link.ts', 'Redis'],
    ['server/media/egress/relay.ts', 'servers that a host forwards to'],
    ['server/store/postgres-connections.ts', 'Postgres'],
    ['server/store/postgres-migrations.ts', 'Postgres'],
    ['server/open.ts', 'the name of its own node, looked up'],
  ]);
  const OPENS =
    /\bfetch\(|\bnew WebSocket\(|\bnew (?:pg\.)?(?:Client|Pool)\(|\bcreateClient\(|\b(?:lookup|resolve4)\(|from 'node:(?:dgram|http2|https|tls|dns[^']*)'|\b(?:net|http)\.(?:connect|request|get|createConnection)\(|import \{[^}]*\b(?:connect|createConnection|request)\b[^}]*\} from 'node:(?:net|http)'/;

  it('in these files alone', () => {
    const files = filesBelow('server', /\.ts$/).filter((file) => OPENS.test(readFileSync(path.join(root, file), 'utf8')));
    expect(files.toSorted()).toEqual([...opened.keys()].toSorted());
  });
});
