// Loaded before a node: its wall clock can be set. On SIGUSR2 it is moved by the milliseconds that CHAOS_CLOCK_FILE holds.
// What is set on a real machine is this clock alone: timers and performance.now count on.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.CHAOS_CLOCK_FILE;
if (isMainThread && file !== undefined) {
  const RealDate = Date;
  const realNow = Date.now;
  let offset = 0;
  const now = () => realNow() + offset;
  RealDate.now = now;
  globalThis.Date = new Proxy(RealDate, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget);
      return made instanceof RealDate ? made : new RealDate(now());
    },
  });
  process.on('SIGUSR2', () => {
    offset = Number(readFileSync(file, 'utf8'));
  });
}
