import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLoading } from './loading.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A part that can be had from the `good`th time on. */
function partOf(good: number) {
  let asked = 0;
  const load = vi.fn<() => Promise<string>>(async () => {
    if (++asked < good) throw new Error('no network');
    return 'part';
  });
  const network = new EventTarget();
  return { load, network, loading: createLoading(load, network) };
}
const settled = () => vi.advanceTimersByTimeAsync(0);

test('it is loaded once, when it is first wanted', async () => {
  const { load, loading } = partOf(1);
  await settled();
  expect(load).not.toHaveBeenCalled();
  loading.want();
  loading.want();
  await settled();
  loading.want();
  expect(loading.get()).toEqual({ part: 'part', missing: false, coming: false });
  expect(load).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});

test('[F5] one that failed is missing, and asked for anew when it is wanted again, not by itself', async () => {
  const { load, loading } = partOf(2);
  const heard = vi.fn<() => void>();
  loading.subscribe(heard);
  loading.want();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(loading.get()).toEqual({ part: null, missing: true, coming: false });
  expect(load).toHaveBeenCalledTimes(1);
  loading.want();
  expect(loading.get()).toMatchObject({ missing: true, coming: true });
  await settled();
  expect(loading.get().part).toBe('part');
  expect(heard).toHaveBeenCalled();
});

test('[F5] one that failed is asked for anew when the network is back, as often as it takes', async () => {
  const { load, loading, network } = partOf(3);
  network.dispatchEvent(new Event('online'));
  loading.want();
  await settled();
  network.dispatchEvent(new Event('online'));
  await settled();
  expect(loading.get().missing).toBe(true);
  network.dispatchEvent(new Event('online'));
  await settled();
  expect(loading.get()).toEqual({ part: 'part', missing: false, coming: false });
  network.dispatchEvent(new Event('online'));
  expect(load).toHaveBeenCalledTimes(3);
});

test('a slow one is missing until it comes', async () => {
  const loading = createLoading(() => new Promise<string>((resolve) => setTimeout(resolve, 5000, 'part')), new EventTarget());
  loading.want();
  await vi.advanceTimersByTimeAsync(4000);
  expect(loading.get()).toEqual({ part: null, missing: true, coming: true });
  await vi.advanceTimersByTimeAsync(1000);
  expect(loading.get()).toEqual({ part: 'part', missing: false, coming: false });
});
