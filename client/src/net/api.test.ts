import { afterEach, expect, it, vi } from 'vitest';
import { limits } from '@bedside/shared/limits.ts';
import { api } from './api.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('a server that never answers is unavailable', async () => {
  const clock = new AbortController();
  const asked = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(clock.signal);
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: RequestInit) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new DOMException('too slow', 'TimeoutError')))),
  );
  const answer = api.sessions({});
  clock.abort();
  expect(await answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(asked).toHaveBeenCalledWith(limits.ackTimeoutMs);
});
