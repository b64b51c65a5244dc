import { describe, expect, it } from 'vitest';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { goLive } from './go-live.ts';

function run(options: { published?: string | null; answer?: Ack; liveBefore?: boolean; liveAfter?: boolean }) {
  const done: string[] = [];
  let live = options.liveBefore ?? false;
  const result = goLive({
    publish: async () => {
      done.push('publish');
      return options.published ?? null;
    },
    unpublish: async () => void done.push('unpublish'),
    send: async ({ type }) => {
      done.push(type);
      live = options.liveAfter ?? false;
      return options.answer ?? { ok: true };
    },
    isLive: () => live,
  });
  return result.then((failure) => ({ failure, done }));
}

describe('going live', () => {
  it('puts the picture on stage before the session is live', async () => {
    expect(await run({})).toEqual({ failure: null, done: ['publish', 'go-live'] });
  });

  it('does not go live without a picture', async () => {
    expect(await run({ published: 'denied' })).toEqual({ failure: { at: 'publish', code: 'denied' }, done: ['publish'] });
  });

  it('leaves nothing on stage when going live is refused', async () => {
    const { failure, done } = await run({ answer: refuse('session-ended', '') });
    expect(failure).toEqual({ at: 'command', code: 'session-ended' });
    expect(done).toEqual(['publish', 'go-live', 'unpublish']);
  });

  it('[S2] is content when another window was first', async () => {
    expect((await run({ answer: refuse('wrong-state', ''), liveAfter: true })).failure).toBeNull();
  });

  it('[S6] only brings the picture back when the session is live already', async () => {
    expect(await run({ liveBefore: true })).toEqual({ failure: null, done: ['publish'] });
  });
});
