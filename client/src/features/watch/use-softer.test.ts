import { expect, it } from 'vitest';
import { soften } from './use-softer.ts';

it('[T11] the original is soft behind an interpreter, and as loud as before afterwards', () => {
  const player = { volume: 1, muted: false };
  const restore = soften(player, false);
  expect(player).toEqual({ volume: 0.15, muted: false });
  restore();
  expect(player).toEqual({ volume: 1, muted: false });
});

it('[T11] where no page may set a volume the original is silent, and muted stays muted', () => {
  const fixed = (muted: boolean) => ({
    get volume() {
      return 1;
    },
    set volume(_: number) {},
    muted,
  });
  const phone = fixed(false);
  const restore = soften(phone, false);
  expect(phone.muted).toBe(true);
  restore();
  expect(phone.muted).toBe(false);
  const silent = fixed(true);
  soften(silent, true)();
  expect(silent.muted).toBe(true);
});

it('[T11] muted while an interpreter speaks, the original stays so where no page may set a volume', () => {
  const phone = {
    muted: false,
    get volume() {
      return 1;
    },
    set volume(_: number) {},
  };
  const restore = soften(phone, false);
  phone.muted = true;
  restore();
  soften(phone, true);
  expect(phone.muted).toBe(true);
});
