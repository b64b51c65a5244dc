import { describe, it } from 'vitest';
import { figureLine } from './fault.ts';
import { faults } from './faults.ts';

describe('npm run chaos, its short form', () => {
  for (const { name, title, impossible, run } of faults) {
    const why = impossible?.();
    it.skipIf(why !== undefined)(
      `${name}: ${title}${why === undefined ? '' : ` (not made here: ${why})`}`,
      { timeout: 120_000 },
      async () => {
        for (const figure of await run({ scale: 'short', say: () => {} })) console.log(figureLine(figure));
      },
    );
  }
});
