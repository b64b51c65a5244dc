import type { SessionCommand } from '@bedside/shared/commands.ts';
import { type Ack, refuse } from '@bedside/shared/errors.ts';
import { expect, it } from 'vitest';
import { rehearse } from './rehearse.ts';

/** What was done, in its order. */
function tried({ answer = { ok: true }, external = false, code = null }: { answer?: Ack; external?: boolean; code?: 'refused' | null }) {
  const done: string[] = [];
  const outcome = rehearse<'refused'>({
    async send({ type }: SessionCommand) {
      done.push(type);
      return answer;
    },
    encoderIsOnStage: () => external,
    async publish() {
      done.push('publish');
      return code;
    },
  });
  return outcome.then((failure) => ({ done, failure }));
}

it('[S21] nothing is put on stage before the rehearsal has begun, nor where it is refused', async () => {
  expect(await tried({})).toEqual({ done: ['start-rehearsal', 'publish'], failure: null });
  const answer = refuse('wrong-state', 'live');
  expect(await tried({ answer })).toEqual({ done: ['start-rehearsal'], failure: { at: 'command', code: 'wrong-state' } });
});

it('[S21] a rehearsal of which nothing came on stage ends', async () => {
  const { done, failure } = await tried({ code: 'refused' });
  expect([done.at(-1), failure]).toEqual(['stop-rehearsal', { at: 'publish', code: 'refused' }]);
});

it('[W12] what an encoder sends is rehearsed, and keeps the stage', async () => {
  expect(await tried({ external: true })).toEqual({ done: ['start-rehearsal'], failure: null });
});
