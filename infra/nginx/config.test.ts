import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { composeNginx, nginxConfig } from './config.ts';

it('infra/nginx/compose.conf is what nginxConfig writes', () => {
  // Where it is not: node infra/nginx/print.ts --compose > infra/nginx/compose.conf
  expect(readFileSync(join(import.meta.dirname, 'compose.conf'), 'utf8')).toBe(nginxConfig(composeNginx));
});

it.each([
  { nodes: ['host:1;return 200'] },
  { nodes: ['host'] },
  { nodes: [] },
  { listen: ['80 default_server'] },
  { directory: '/tmp/a b' },
  { directory: 'relative' },
  { accessLog: '/tmp/x; user root' },
])('refuses what nginx would read as something else: %o', (wrong) => {
  expect(() => nginxConfig({ ...composeNginx, ...wrong })).toThrow(/^(not an address or a path|nginx needs)/);
});
