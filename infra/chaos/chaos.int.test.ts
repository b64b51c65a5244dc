import { describe, expect, it } from 'vitest';
import { figureLine } from './fault.ts';
import { faults } from './faults.ts';

describe('npm run chaos, its short form', () => {
  for (const { name, title, impossible, run } of faults) {
    const why = impossible?.();
    it.skipIf(why !== undefined)(
      `${name}: ${title}${why === undefined ? '' : ` (not made here: ${why})`}`,
      { timeout: 120_000 },
      async () => {
        // It rejects where something did not hold.
        const figures = await run({ scale: 'short', say: () => {} });
        for (const figure of figures) console.log(figureLine(figure));
        expect(figures).not.toEqual([]);
      },
    );
  }
});
