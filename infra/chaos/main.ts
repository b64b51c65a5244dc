import { parseArgs } from 'node:util';
import { figureLine, meetsAim, verdict } from './fault.ts';
import { faults } from './faults.ts';

const USAGE = 'Known are --list, --short, --all (what cannot be made here is a failure) and --only NAME,NAME.';

/** Null, once it is said, where they are none of ours. */
function options() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string' },
        short: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        list: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node says what it did not take: ERR_PARSE_ARGS_UNKNOWN_OPTION and the like.
    console.error(`${error.message.split('. ')[0]}. ${USAGE}`);
    return null;
  }
}

async function main(): Promise<number> {
  const values = options();
  if (!values) return 2;
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
  const missed: string[] = [];
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
      for (const figure of figures) {
        console.log(figureLine(figure));
        if (!meetsAim(figure)) missed.push(`${name} (${figure.name})`);
      }
      console.log(`  held (${((performance.now() - begun) / 1000).toFixed(0)} s)`);
    } catch (error) {
      console.log(`  BROKEN: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      failed.push(name);
    }
  }
  console.log(`\n${verdict({ failed, skipped, missed })}`);
  return failed.length > 0 || (values.all && skipped.length > 0) ? 1 : 0;
}

// By itself a signal would end it without what waits for the end: processes and folders would stay behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.exitCode = await main();
