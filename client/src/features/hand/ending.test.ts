import { HandId } from '@bedside/shared/ids.ts';
import { expect, it } from 'vitest';
import { endingOf } from './ending.ts';

const id = HandId.parse('hand-1');

it('[T5][T8] who took their own hand down is told nothing; others are told what ended', () => {
  expect(endingOf({ id, stage: 'raised' }, 'hand-1')).toBeNull();
  expect(endingOf({ id, stage: 'on-stage' }, 'hand-1')).toBeNull();
  expect(endingOf({ id, stage: 'raised' }, null)).toBe('hand.loweredByStaff');
  expect(endingOf({ id, stage: 'ready' }, 'hand-0')).toBe('hand.loweredByStaff');
  expect(endingOf({ id, stage: 'on-stage' }, null)).toBe('hand.ended');
});
