import { cookiesFor, startFleet } from '../fleet/fleet.ts';
import { median, spread } from './figures.ts';
import { startBare, startBedside } from './subjects/subjects.ts';

const COUNT = 60_000;
/** As many people whose vote is under way as give batches of the size that a busy session has. */
const AT_ONCE = 6000;
const socket = { viewers: 1000, perSecond: 10_000, seconds: 10 } as const;

/** Votes a second that are durable: straight into the core beside the bare database, and as pages send them. */
export async function measureVotes(rounds: number): Promise<string[]> {
  const [bedside, bare] = await Promise.all([startBedside(), startBare()]);
  // Another session for what comes over sockets: the first ends with more voters than any has.
  const [fleet, server] = await Promise.all([startFleet(), startBedside()]);
  try {
    await bedside.ask('begin', { questions: 20 });
    const { url, secretsFile, sessionId, questionIds } = await server.ask('begin', { questions: 20 });
    const ours: number[] = [];
    const theirs: number[] = [];
    let batch = 0;
    for (let at = 0; at < rounds; at++) {
      const { ms, appends } = await bedside.ask('castVotes', { count: COUNT, atOnce: AT_ONCE });
      batch = Math.round(COUNT / appends);
      ours.push((COUNT / ms) * 1000);
      theirs.push((COUNT / (await bare.ask('insertVotes', { count: COUNT, batch })).ms) * 1000);
    }
    const ratio = median(ours.map((each, at) => each / (theirs[at] ?? Number.NaN)));
    const core = `${'durable votes a second, ' + batch + ' an append'}`.padEnd(46);

    const { viewers, perSecond, seconds } = socket;
    const cookies = cookiesFor(secretsFile, viewers);
    await fleet.ask('open', { urls: [url], sessionId, cookies, firstAddress: 0, atOnce: 50 });
    await fleet.ask('vote', { questionIds, perSecond, seconds: 2 });
    await Promise.all([fleet.ask('figures', {}), server.ask('usage', {})]);
    const begun = performance.now();
    await fleet.ask('vote', { questionIds, perSecond, seconds });
    const took = (performance.now() - begun) / 1000;
    const [{ cpuMs }, figures] = await Promise.all([server.ask('usage', {}), fleet.ask('figures', {})]);
    return [
      `${core} Bedside ${median(ours).toFixed(0).padStart(7)}   bare    ${median(theirs).toFixed(0).padStart(7)}   ratio ${ratio.toFixed(2)} (aim: 0.5)`,
      `${viewers} viewers who send ${perSecond} votes a second for ${seconds} s: ${(figures.ackMs.length / took).toFixed(0)} acked a second, ${JSON.stringify(figures.answers)}`,
      `  server ${(cpuMs / 1000 / took).toFixed(2)} cores, fleet ${(figures.cpuMs / 1000 / took).toFixed(2)} cores`,
      `  ack p50 / p95 / p99 ${spread(figures.ackMs)} ms (aim: p99 under 250)`,
      `  vote to tally p50 / p95 / p99 ${spread(figures.talliedMs)} ms (aim: p99 under 500)`,
    ];
  } finally {
    await Promise.all([fleet, server, bedside, bare].map((each) => each.close()));
  }
}
