import type { Store } from './store.ts';

export type AppendOutcome = 'ok' | 'conflict' | 'failed';

/** The same store, whose appends are told with the milliseconds until they were durable, refused or failed. */
export function measured(store: Store, told: (outcome: AppendOutcome, milliseconds: number) => void): Store {
  return {
    ...store,
    async append(append) {
      const begun = performance.now();
      let outcome: AppendOutcome = 'failed';
      try {
        const result = await store.append(append);
        outcome = result.ok ? 'ok' : 'conflict';
        return result;
      } finally {
        told(outcome, performance.now() - begun);
      }
    },
  };
}
