import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { exampleFile, settingsIn } from './coturn.ts';

const read = (file: string) => readFileSync(path.join(import.meta.dirname, '..', file), 'utf8');
const example = readFileSync(exampleFile, 'utf8');
const settings = settingsIn(example);
const valuesOf = (name: string) => settings.flatMap(([own, value]) => (own === name ? [value] : []));

/** What holds wherever coturn runs; the rest is an address, a port, a file, a size or a secret. */
const guards = [
  'fingerprint',
  'stale-nonce',
  'denied-peer-ip',
  'no-tcp-relay',
  'no-multicast-peers',
  'user-quota',
  'max-bps',
  'no-cli',
  'no-software-attribute',
  'no-rfc5780',
  'no-stun-backward-compatibility',
  'response-origin-only-with-rfc5780',
  'log-file',
];
const guarding = (all: readonly (readonly [string, string])[]) =>
  all.filter(([name]) => guards.includes(name)).map(([name, value]) => `${name}=${value}`);

describe('infra/coturn/turnserver.conf', () => {
  it('[N4] denies every address, and allows the media ports’ alone', () => {
    expect(valuesOf('denied-peer-ip')).toEqual(['0.0.0.0-255.255.255.255', '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']);
    expect(valuesOf('allowed-peer-ip')).toEqual(['MEDIA_ADDRESS']);
    expect(guards.filter((name) => valuesOf(name).length === 0)).toEqual([]);
    for (const [name] of settings)
      expect(name).not.toMatch(/^(allow-loopback-peers|no-auth|user|lt-cred-mech|external-ip|mobility|verbose|Verbose)$/);
  });

  it('[N2] takes credentials that run out and no others, and has no secret in it', () => {
    expect([valuesOf('use-auth-secret'), valuesOf('static-auth-secret')]).toEqual([[''], ['TURN_SECRET']]);
  });

  it('listens on 443 with TLS, relays from ports that nothing else of Bedside has, and for each way at most one', () => {
    expect([valuesOf('tls-listening-port'), valuesOf('listening-port')]).toEqual([['443'], ['3478']]);
    const [min = 0, max = 0, total] = ['min-port', 'max-port', 'total-quota'].map((name) => Number(valuesOf(name)[0]));
    expect(max - min + 1).toBe(total);
    // Of media workers from 40000 on, of pipes to 41999.
    expect(read('runbook.md')).toMatch(new RegExp(`^\\| ${min} to ${max} +\\|`, 'm'));
    expect(min).toBeGreaterThan(41_999);
  });

  it('says in capitals what is to be put in, and the runbook puts all of it in', () => {
    const open = [...new Set(settings.flatMap(([, value]) => (/^[A-Z_]+$/.test(value) ? [value] : [])))];
    expect(open).toEqual(['TURN_ADDRESS', 'TURN_SECRET', 'MEDIA_ADDRESS']);
    for (const name of open) expect(read('runbook.md')).toContain(`s/=${name}$/=`);
  });
});

it('[N2] [N4] compose guards its coturn as the example does, and gives it the nodes’ secret', () => {
  const Compose = z.object({ services: z.object({ coturn: z.object({ command: z.array(z.string()) }) }) });
  const { command } = Compose.parse(parse(read('docker/compose.yaml'), { merge: true })).services.coturn;
  const given = settingsIn(command.map((argument) => argument.replace(/^--/, '')).join('\n'));
  expect(guarding(given).toSorted()).toEqual(guarding(settings).toSorted());
  const allowed = given.flatMap(([name, value]) => (name === 'allowed-peer-ip' ? [value] : []));
  expect(allowed).toEqual([expect.stringMatching(/^\$\{ANNOUNCED_ADDRESS:/)]);
  const written = read('docker/secrets.sh');
  expect(written).toMatch(/^use-auth-secret\nstatic-auth-secret=\$\(random\)$/m);
  expect(written).toContain("TURN_SECRET=$(sed -n 's/^static-auth-secret=//p' turnserver.conf)");
});
