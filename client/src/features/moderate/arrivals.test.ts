import { expect, it } from 'vitest';
import { arrive, beginArrivals, said, sayIn } from './arrivals.ts';

it('says nothing of what waited from the start', () => {
  expect(sayIn(beginArrivals(['a', 'b']), 0)).toBeNull();
});

it('counts arrivals and says their sum, at most every ten seconds', () => {
  let news = arrive(beginArrivals(['a']), ['a', 'b', 'c']);
  expect(news.unsaid.size).toBe(2);
  expect(sayIn(news, 1000)).toBe(0);
  news = arrive(said(news, 1000), ['a', 'b', 'c', 'd']);
  expect(news.unsaid.size).toBe(1);
  expect(sayIn(news, 4000)).toBe(7000);
});

it('drops those that were screened before anything was said', () => {
  const news = arrive(arrive(beginArrivals([]), ['a', 'b']), ['b']);
  expect([...news.unsaid]).toEqual(['b']);
});

it('takes a question that came back by an undo for no arrival', () => {
  const news = arrive(arrive(beginArrivals(['a']), []), ['a']);
  expect(sayIn(news, 0)).toBeNull();
});
