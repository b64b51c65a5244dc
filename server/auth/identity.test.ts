import { describe, expect, it } from 'vitest';
import { limits } from '@bedside/shared/limits.ts';
import { createIdentities } from './identity.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function setUp(secure = false) {
  const clock = { now: 1_790_000_000_000 };
  const identities = createIdentities({ keys: [Buffer.alloc(32, 7)], secure, now: () => clock.now });
  const { person, cookie } = identities.issue();
  const pair = cookie.split(';')[0] ?? '';
  return { clock, identities, person, cookie, pair };
}

describe('identity cookie', () => {
  it('[A1] is who it was issued to, for a year', () => {
    const { clock, identities, person, pair } = setUp();
    expect(identities.read(pair)).toEqual({ person, stale: false });
    expect(identities.read(`other=1; ${pair}; more=2`)?.person).toBe(person);
    clock.now += (limits.identityDays - 1) * DAY_MS;
    expect(identities.read(pair)).toEqual({ person, stale: true });
    clock.now += DAY_MS;
    expect(identities.read(pair)).toBeNull();
  });

  it('[A1] is readable by no script, and over HTTPS sent nowhere else', () => {
    expect(setUp().cookie).toMatch(/^bedside_id=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(setUp(true).cookie).toMatch(/^__Host-bedside_id=[\w.-]+; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('[A1] altered in any one character it is nobody', () => {
    const { identities, pair } = setUp();
    const begin = pair.indexOf('=') + 1;
    for (let place = begin; place < pair.length; place++) {
      for (const other of ['A', 'B', '.', '-', '']) {
        if (pair[place] === other) continue;
        expect(identities.read(pair.slice(0, place) + other + pair.slice(place + 1)), `${place} ${other}`).toBeNull();
      }
    }
  });

  it('[A1] from another key, cut short or made up it is nobody', () => {
    const { identities, person, pair } = setUp();
    const other = createIdentities({ keys: [Buffer.alloc(32, 8)], secure: false, now: () => 1_790_000_000_000 });
    expect(other.read(pair)).toBeNull();
    for (const bad of [
      undefined,
      '',
      'bedside_id',
      'bedside_id=',
      `bedside_id=${person}`,
      `bedside_id=${person}..`,
      'bedside_id=%',
      '=;=;;',
    ]) {
      expect(identities.read(bad)).toBeNull();
    }
  });
});
