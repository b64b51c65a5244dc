import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { describeEnv } from '../server/env.ts';

const root = path.resolve(import.meta.dirname, '..');
const runbook = readFileSync(path.join(root, 'infra/runbook.md'), 'utf8');
const found = (pattern: RegExp) => [...new Set([...runbook.matchAll(pattern)].map(([, first = '']) => first))];

it('the runbook names only commands and files that exist', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  const commands = found(/npm run (\w+)/g);
  expect(commands.length).toBeGreaterThan(4);
  expect(commands.filter((name) => !scripts[name])).toEqual([]);
  const files = found(/(infra\/[\w/@.-]*\w)/g);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

it('the runbook names only settings that are read', () => {
  const settings = new Set([...describeEnv({}).matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name));
  const named = found(/\b([A-Z]+_[A-Z_]+)\b/g).filter(
    (name) => !/^SQLITE_|^CAP_|^(TURN|MEDIA)_ADDRESS$|^NODE_EXTRA_CA_CERTS$|^END$/.test(name),
  );
  expect(named.filter((name) => !settings.has(name))).toEqual([]);
});
