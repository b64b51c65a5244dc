import { fail } from '../../server/fail.ts';
import { type Bots, startBots } from './bots.ts';
import { buildBots } from './build.ts';
import { cores, cpuNs, describeMachine, load, pin, prefer } from './machine.ts';
import { median } from '../bench/figures.ts';
import { measure, medianSample, type Sample } from './measure.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { capacity, nextStep, type Step, withTry } from './ramp.ts';
import { ratioLines, sameWorkLines, stepLine, titles } from './report.ts';
import { ensureTrain } from './source.ts';
import { startBare } from './targets/bare.ts';
import { startBedside } from './targets/bedside.ts';
import { hasJanus, startJanus } from './targets/janus.ts';
import { type Cast, idsOf, type Target, type TargetName } from './targets/target.ts';

const starts: Record<TargetName, (cast: Cast) => Promise<Target>> = {
  bare: startBare,
  bedside: startBedside,
  janus: (cast) => startJanus('janus', cast),
  'janus-loop': (cast) => startJanus('janus-loop', cast),
};

/** What the bots' one core can take, by far. */
const MOST_VIEWERS = 1200;

/** Viewers that connect at the same time. */
const AT_ONCE = 10;

/** Of one target, one for each round. */
type Samples = [Sample, ...Sample[]];

/** A target with an audience that grows. */
type Stage = { target: Target; ciphers: Set<string>; count: number };

async function grow(stage: Stage, to: number): Promise<void> {
  const { name, addViewer } = stage.target;
  while (stage.count < to) {
    const first = idsOf(name).viewers[0] + stage.count;
    const several = Array.from({ length: Math.min(AT_ONCE, to - stage.count) }, (_, index) => addViewer(first + index));
    for (const cipher of await Promise.all(several)) stage.ciphers.add(cipher);
    stage.count += several.length;
  }
}

async function open(name: TargetName, cast: Cast): Promise<Stage> {
  const target = await starts[name](cast);
  if (cores) await pin(target.pid, cores.sfu);
  return { target, ciphers: new Set(), count: 0 };
}

/** Without Janus where it is not installed, unless it was asked for. */
async function installed({ only, chosen }: Options): Promise<readonly TargetName[]> {
  if (chosen || (await hasJanus())) return only;
  console.log('Without Janus: it is not installed here (Debian: apt-get install janus).');
  return only.filter((name) => !name.startsWith('janus'));
}

/** In turn, several times: what disturbs the machine disturbs all of them. */
async function compare(cast: Cast, stages: readonly Stage[], { same, rounds, seconds }: Options): Promise<Map<TargetName, Samples>> {
  const samples = new Map<TargetName, Samples>();
  for (const stage of stages) await grow(stage, same);
  for (let round = 0; round < rounds; round++) {
    for (const { target } of stages) {
      const sample = await measure(cast, target, same, seconds);
      const before = samples.get(target.name);
      if (before) before.push(sample);
      else samples.set(target.name, [sample]);
    }
  }
  return samples;
}

/** Each target in turn goes one step up, until it loses packets. */
async function climb(
  cast: Cast,
  stages: readonly Stage[],
  compared: ReadonlyMap<TargetName, Sample>,
  options: Options,
): Promise<Map<TargetName, number>> {
  const climbed = new Map<TargetName, Step[]>(stages.map(({ target }) => [target.name, []]));
  let going = [...stages];
  while (going.length > 0) {
    for (const stage of going) {
      const { name } = stage.target;
      const steps = climbed.get(name) ?? [];
      const next = nextStep(steps, 1 / (compared.get(name)?.cpuPerViewer ?? 1), MOST_VIEWERS, options.steps);
      if (next === null) {
        going = going.filter((other) => other !== stage);
        continue;
      }
      await grow(stage, next);
      const sample = await measure(cast, stage.target, stage.count, options.seconds);
      console.log(stepLine(name, sample));
      climbed.set(name, withTry(steps, sample));
    }
  }
  return new Map([...climbed].map(([name, steps]) => [name, capacity(steps)]));
}

/** Of CPU, round by round, so that both had the same neighbours: how many times as many viewers ours carries as theirs. */
function pairedRatio(theirs: readonly Sample[] = [], ours: readonly Sample[] = []): number {
  return median(ours.map(({ cpuPerViewer }, round) => (theirs[round]?.cpuPerViewer ?? Number.NaN) / cpuPerViewer));
}

function lines(...text: readonly (string | readonly string[])[]): void {
  console.log(text.flat().join('\n'));
}

async function report(cast: Cast, stages: readonly Stage[], options: Options): Promise<void> {
  const { same, rounds, seconds, steps } = options;
  const samples = await compare(cast, stages, options);
  const compared = new Map([...samples].map(([name, all]) => [name, medianSample(all)]));
  const ciphers = new Map(stages.map(({ target, ciphers: agreed }) => [target.name, agreed]));
  lines(
    ['', `The same work: ${same} viewers, ${rounds} × ${seconds} s in turn, medians (load average ${load()})`],
    sameWorkLines(compared, ciphers),
    ratioLines((name) => pairedRatio(samples.get(name), samples.get('bedside'))),
  );
  if (steps?.length === 0) return;
  lines(['', `Up to where packets are lost (${seconds} s each, best of three)`]);
  const botsBefore = await cpuNs(cast.viewers.pid);
  const begun = performance.now();
  const carry = await climb(cast, stages, compared, options);
  const bots = ((await cpuNs(cast.viewers.pid)) - botsBefore) / 1e6 / (performance.now() - begun);
  lines(
    ['', `Viewers a core before loss (load average ${load()}; the bots used ${Math.round(bots * 100)} % of theirs)`],
    [...carry].map(
      ([name, viewers]) => `${titles[name].padEnd(18)}${viewers === 0 ? 'fewer than were tried' : String(viewers).padStart(5)}`,
    ),
    ratioLines((name) => (carry.get('bedside') ?? Number.NaN) / (carry.get(name) || Number.NaN)),
  );
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(HELP);
  const [train, program] = [await ensureTrain(), await buildBots()];
  // Whatever is started from here on is kept off the SFU's core too.
  if (cores) await pin(process.pid, cores.rest);
  // Theirs, too.
  const preferred = await prefer(process.pid);
  console.log(`${describeMachine()}, load average ${load()}`);
  const processes: Bots[] = [];
  const stages: Stage[] = [];
  const closeAll = async () => {
    for (const { target } of stages) await target.close();
    for (const bots of processes) await bots.end();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void closeAll().finally(() => process.exit(130)));
  try {
    const cast: Cast = { doctors: await startBots(program), viewers: await startBots(program) };
    processes.push(cast.doctors, cast.viewers);
    if (!cores) console.log('One core for everything: ratios say something here, viewers a core do not.');
    if (!preferred) console.log('Without root, other programs of this machine disturb more.');
    await cast.doctors.load(train);
    for (const name of await installed(options)) stages.push(await open(name, cast));
    await report(cast, stages, options);
  } finally {
    await closeAll();
  }
}

await main().catch(fail);
