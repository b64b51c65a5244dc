import type { types } from 'mediasoup';

/** Counts what routers hold, for metrics and tests. */
export function createHeld() {
  const held = { routers: 0, transports: 0, producers: 0, consumers: 0 };
  const count = (kind: keyof typeof held, observer: { once(event: 'close', listener: () => void): unknown }) => {
    held[kind] += 1;
    observer.once('close', () => (held[kind] -= 1));
  };
  return {
    watch(router: types.Router): void {
      count('routers', router.observer);
      router.observer.on('newtransport', (transport) => {
        count('transports', transport.observer);
        transport.observer.on('newproducer', (producer) => count('producers', producer.observer));
        transport.observer.on('newconsumer', (consumer) => count('consumers', consumer.observer));
      });
    },
    counts: () => ({ ...held }),
  };
}
