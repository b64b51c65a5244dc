import { expect, it } from 'vitest';
import { createMetrics } from './metrics.ts';

it('tells how many nodes there are, and whether they reach each other', async () => {
  let connected = true;
  const cluster = { connected: () => connected, others: () => ['another', 'a third'] };
  const metrics = createMetrics({ process: false, cluster });
  expect(await metrics.text()).toMatch(/^bedside_nodes 3$/m);
  expect(await metrics.text()).toMatch(/^bedside_redis_connected 1$/m);
  connected = false;
  expect(await metrics.text()).toMatch(/^bedside_redis_connected 0$/m);
  expect(await createMetrics({ process: false }).text()).not.toContain('bedside_nodes');
});
