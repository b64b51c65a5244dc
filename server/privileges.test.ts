import { expect, it } from 'vitest';
import { StartError } from './env.ts';
import { complaintAboutUser } from './privileges.ts';

it('[O5] in production nobody runs as root', () => {
  expect(() => complaintAboutUser({ uid: 0, production: true })).toThrow(StartError);
  for (const uid of [1000, undefined]) expect(complaintAboutUser({ uid, production: true })).toBeNull();
});

it('[O5] elsewhere root is told so', () => {
  expect(complaintAboutUser({ uid: 0, production: false })).toMatch(/runs as root/);
  expect(complaintAboutUser({ uid: 1000, production: false })).toBeNull();
});
