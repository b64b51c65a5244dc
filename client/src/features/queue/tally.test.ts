import { expect, test } from 'vitest';
import { shownVote } from './tally.ts';

const up = { on: true, was: false, votes: 4, acked: false };

test('a press shows at once', () => {
  expect(shownVote(4, false, up)).toEqual({ on: true, count: 5 });
  expect(shownVote(4, true, { on: false, was: true, votes: 4, acked: false })).toEqual({ on: false, count: 3 });
});

test('between the ack and the next tally the count does not jump back', () => {
  expect(shownVote(4, true, { ...up, acked: true })).toEqual({ on: true, count: 5 });
  expect(shownVote(5, true, { ...up, acked: true })).toEqual({ on: true, count: 5 });
});

test('a vote for what was so already changes no count', () => {
  expect(shownVote(4, true, { on: true, was: true, votes: 4, acked: false })).toEqual({ on: true, count: 4 });
});

test('without a press the server is right, and no count is below zero', () => {
  expect(shownVote(7, true, undefined)).toEqual({ on: true, count: 7 });
  expect(shownVote(0, true, { on: false, was: true, votes: 0, acked: false }).count).toBe(0);
});
