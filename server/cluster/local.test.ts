import { localBus } from './local.ts';
import { clusterContract } from './cluster.contract.ts';

clusterContract('in one process', async () => {
  const bus = localBus();
  return { join: async () => bus.join(), remove: async () => {} };
});
