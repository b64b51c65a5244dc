import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIdentities } from './identity.ts';
import { deriveKeys, keyName, type Keys, loadSecrets, newKey, readSecrets, writeSecrets } from './secrets.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bedside-secrets-'));
  path = join(folder, 'secrets.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const identitiesOf = (keys: Keys) => createIdentities({ keys, secure: false, now: Date.now });
const pairOf = (cookie: string) => cookie.split(';')[0];

describe('secrets', () => {
  it('[K1] are made once, for their owner alone, and read again', () => {
    const made = loadSecrets(path);
    expect(made.keys).toHaveLength(1);
    expect(loadSecrets(path)).toEqual(made);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('[K1] written by the version before keep signing what they signed', () => {
    const key = Buffer.alloc(32, 7);
    writeFileSync(path, JSON.stringify({ version: 1, cookieKey: key.toString('base64url') }));
    expect(loadSecrets(path)).toEqual({ keys: [key] });
    // Signed by the program before there was a list.
    const cookie = 'bedside_id=cGVyc29uLW9mLWJlZm9yZQ.tlpwu8.0wnQ8oF4q-3X0BJa7t9IbSFErnSzaAjWuNZcM1Ksgng';
    const read = createIdentities({ ...loadSecrets(path), secure: false, now: () => 1_790_000_000_000 }).read(cookie);
    expect(read).toEqual({ person: 'cGVyc29uLW9mLWJlZm9yZQ', stale: false });
  });

  it.each(['', '{}', '{"version":2,"keys":[]}', '{"version":2,"keys":["short"]}', '{"version":3,"keys":[]}', 'null'])(
    '[K1] damaged (%s) are told, and left as they are',
    (text) => {
      writeFileSync(path, text);
      expect(() => loadSecrets(path)).toThrow('is not a secrets file of Bedside');
      expect(readFileSync(path, 'utf8')).toBe(text);
    },
  );

  it('[K1] are replaced as a whole', () => {
    const { keys } = loadSecrets(path);
    const more: Keys = [...keys, newKey()];
    writeSecrets(path, { keys: more });
    expect(readSecrets(path)).toEqual({ keys: more });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secrets.json']);
  });

  it('[K3] give keys for each purpose that tell nothing of each other, in the order of the list', () => {
    const secrets = { keys: [newKey(), newKey()] as const };
    const all = (['cluster sealing', 'limiter'] as const).flatMap((purpose) => deriveKeys(secrets, purpose));
    expect(all.map(({ length }) => length)).toEqual([32, 32, 32, 32]);
    expect(new Set([...secrets.keys, ...all].map((key) => key.toString('hex'))).size).toBe(6);
    expect(deriveKeys({ keys: [secrets.keys[1]] }, 'limiter')).toEqual([deriveKeys(secrets, 'limiter')[1]]);
    expect(keyName(secrets.keys[0])).toMatch(/^[0-9a-f]{8}$/);
  });

  it('[K3] derives what it always derived', () => {
    const secrets = { keys: [Buffer.alloc(32, 1)] as const };
    expect(deriveKeys(secrets, 'cluster sealing')[0].toString('hex')).toMatchInlineSnapshot(
      `"4f3bf0f0bc76537fa985a5e49e7c005c973b2e8c4a82041822bf334289db4999"`,
    );
    expect(deriveKeys(secrets, 'limiter')[0].toString('hex')).toMatchInlineSnapshot(
      `"cf976c73ba33ae2928dcf5bf6a3f4d89d621ad8d28a2f5d3628d5670c26d9264"`,
    );
  });
});

describe('a change of keys', () => {
  it('[K1][K3] nodes with the list of before and after a step read what the other signs', () => {
    const [old, young] = [newKey(), newKey()];
    const steps: Keys[] = [[old], [old, young], [young, old], [young]];
    for (const [index, keys] of steps.entries()) {
      for (const other of steps.slice(Math.max(0, index - 1), index + 2)) {
        // The last step waits until everybody that matters has come back since the one before.
        if (keys[0] === old && !other.includes(old)) continue;
        const { person, cookie } = identitiesOf(keys).issue();
        expect(identitiesOf(other).read(pairOf(cookie))?.person, `${index}`).toBe(person);
      }
    }
  });

  it('[K1] a cookie of an older key is due to be issued anew, and then outlives that key', () => {
    const [old, young] = [newKey(), newKey()];
    const { person, cookie } = identitiesOf([old]).issue();
    const both = identitiesOf([young, old]);
    expect(both.read(pairOf(cookie))).toEqual({ person, stale: true });
    expect(identitiesOf([old, young]).read(pairOf(cookie))).toEqual({ person, stale: false });
    const renewed = pairOf(both.cookieFor(person));
    expect(both.read(renewed)).toEqual({ person, stale: false });
    expect(identitiesOf([young]).read(renewed)?.person).toBe(person);
    expect(identitiesOf([young]).read(pairOf(cookie))).toBeNull();
    expect(identitiesOf([randomBytes(32)]).read(renewed)).toBeNull();
  });
});
