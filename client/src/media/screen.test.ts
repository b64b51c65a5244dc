import { expect, it } from 'vitest';
import { createScreen, type ScreenApi } from './screen.ts';
import { fakeTrack, standInForBrowser } from './test-doubles.ts';

standInForBrowser();

function asking() {
  const given: MediaStreamTrack[] = [];
  const answers: (() => void)[] = [];
  const api: ScreenApi = {
    getDisplayMedia: () =>
      new Promise((resolve) => {
        const track = fakeTrack('video', `screen ${given.length + 1}`);
        given.push(track);
        answers.push(() => resolve(new MediaStream([track])));
      }),
  };
  return { api, given, answers };
}

const refusing = (name: string): ScreenApi => ({
  getDisplayMedia: () => Promise.reject(Object.assign(new Error(name), { name })),
});

it('[S19] notices that the browser’s own button ended the sharing', async () => {
  const { api, given, answers } = asking();
  const screen = createScreen(api);
  const shared = screen.share();
  answers[0]?.();
  expect(await shared).toBe(true);
  expect(screen.getSnapshot()).toEqual({ track: given[0], problem: null });
  expect(given[0]?.contentHint).toBe('detail');
  given[0]?.dispatchEvent(new Event('ended'));
  expect(screen.getSnapshot()).toEqual({ track: null, problem: null });
});

it('shares another screen in the place of the one before, and drops what is answered too late', async () => {
  const { api, given, answers } = asking();
  const screen = createScreen(api);
  const first = screen.share();
  answers[0]?.();
  await first;
  const second = screen.share();
  answers[1]?.();
  await second;
  expect(given.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  const third = screen.share();
  screen.stop();
  answers[2]?.();
  expect(await third).toBe(false);
  expect(given.map(({ readyState }) => readyState)).toEqual(['ended', 'ended', 'ended']);
});

it.each([
  ['NotAllowedError', 'denied'],
  ['NotReadableError', 'in-use'],
  ['TypeError', 'unknown'],
] as const)('tells what a %s means', async (name, problem) => {
  const screen = createScreen(refusing(name));
  expect(await screen.share()).toBe(false);
  expect(screen.getSnapshot()).toEqual({ track: null, problem });
});
