import { limits } from '@bedside/shared/limits.ts';
import { HandId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { endingOf, minutesOfRest } from './ending.ts';

const id = HandId.parse('hand-1');

it('[T5][T8] who took their own hand down is told nothing; others are told what ended', () => {
  expect(endingOf({ id, stage: 'raised' }, 'hand-1', true)).toBeNull();
  expect(endingOf({ id, stage: 'on-stage' }, 'hand-1', true)).toBeNull();
  expect(endingOf({ id, stage: 'raised' }, null, true)).toBe('hand.loweredByStaff');
  expect(endingOf({ id, stage: 'ready' }, 'hand-0', false)).toBe('hand.loweredByStaff');
  expect(endingOf({ id, stage: 'on-stage' }, null, true)).toBe('hand.removed');
  expect(endingOf({ id, stage: 'on-stage' }, null, false)).toBe('hand.ended');
});

it('[T5] minutes of rest are whole ones, and no more than there are', () => {
  const told = 1_000_000;
  const until = told + limits.handRestMs;
  const at = [told - 4000, told, told + 1, until - 60_001, until - 60_000, until - 1, until, until + 60_000];
  expect(at.map((now) => minutesOfRest(until, now))).toEqual([5, 5, 5, 2, 1, 1, 0, 0]);
});
