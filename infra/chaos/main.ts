import { parseArgs } from 'node:util';
import { figureLine } from './fault.ts';
import { faults } from './faults.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, short: { type: 'boolean', default: false }, list: { type: 'boolean' } },
});

async function main(): Promise<number> {
  if (values.list) {
    for (const { name, title } of faults) console.log(`${name.padEnd(24)} ${title}`);
    return 0;
  }
  const wanted = values.only?.split(',');
  const unknown = wanted?.find((name) => !faults.some((fault) => fault.name === name));
  if (unknown !== undefined) {
    console.error(`--only knows ${faults.map(({ name }) => name).join(', ')}, not ${unknown}.`);
    return 2;
  }
  const failed: string[] = [];
  const skipped: string[] = [];
  for (const { name, title, impossible, run } of faults) {
    if (wanted && !wanted.includes(name)) continue;
    console.log(`\n${name}: ${title}`);
    const why = impossible?.();
    if (why !== undefined) {
      console.log(`  not made here: ${why}`);
      skipped.push(name);
      continue;
    }
    const begun = performance.now();
    try {
      const figures = await run({ scale: values.short ? 'short' : 'full', say: (line) => console.log(`  ${line}`) });
      for (const figure of figures) console.log(figureLine(figure));
      console.log(`  held (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
    } catch (error) {
      console.log(`  BROKEN: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      failed.push(name);
    }
  }
  if (skipped.length > 0) console.log(`\nNot made here: ${skipped.join(', ')}`);
  console.log(failed.length === 0 ? '\nEverything held.' : `\nBroken: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

// By itself a signal would end it without what waits for the end: processes and folders would stay behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main();
