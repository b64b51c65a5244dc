import { cookiesFor, type Fleet, startFleet } from '../fleet/fleet.ts';
import { median } from './figures.ts';
import { startBare, startBedside } from './subjects/subjects.ts';

const VIEWERS = 2000;
const FIRST = 500;
/** How often a large session is told a tally. */
const EVERY_MS = 250;
const A_ROUND = 8;

type Round = { usPerMessage: number; perSecond: number };

async function round(fleet: Fleet, broadcast: () => Promise<unknown>, usage: () => Promise<{ cpuMs: number }>): Promise<Round> {
  await Promise.all([fleet.ask('figures', {}), usage()]);
  await broadcast();
  const { cpuMs } = await usage();
  const { frames, rounds } = await fleet.ask('figures', {});
  const whole = rounds.filter(({ patches }) => patches === VIEWERS).map(({ ms }) => (VIEWERS / ms) * 1000);
  return { usPerMessage: (cpuMs * 1000) / frames, perSecond: median(whole) };
}

/** Bedside beside raw `ws`: the same bytes, to as many clients, at the same pace, by turns in one run. */
export async function measureFanOut(rounds: number): Promise<string[]> {
  const [bedside, bare] = await Promise.all([startBedside(), startBare()]);
  const [ofBedside, ofBare] = await Promise.all([startFleet(), startFleet()]);
  try {
    const { url, secretsFile, sessionId } = await bedside.ask('begin', { questions: 20 });
    const cookies = cookiesFor(secretsFile, VIEWERS);
    const open = { urls: [url], sessionId, atOnce: 50 };
    // The first ones warm it up: code is compiled, and the heap has grown.
    await ofBedside.ask('open', { ...open, cookies: cookies.slice(0, FIRST), firstAddress: 0 });
    const { rss: before } = await bedside.ask('usage', {});
    await ofBedside.ask('open', { ...open, cookies: cookies.slice(FIRST), firstAddress: FIRST });
    const { rss } = await bedside.ask('usage', {});
    const idleKb = (rss - before) / 1024 / (VIEWERS - FIRST);
    const { frame } = await bedside.ask('broadcast', { count: 2, everyMs: EVERY_MS });
    const { url: bareUrl } = await bare.ask('begin', {});
    const { rss: bareBefore } = await bare.ask('usage', {});
    await ofBare.ask('open', { urls: [bareUrl], sessionId: null, cookies, firstAddress: 0, atOnce: 50 });
    const { rss: bareAfter } = await bare.ask('usage', {});

    const ours: Round[] = [];
    const theirs: Round[] = [];
    for (let at = 0; at < rounds; at++) {
      const turn = { count: A_ROUND, everyMs: EVERY_MS };
      ours.push(
        await round(
          ofBedside,
          () => bedside.ask('broadcast', turn),
          () => bedside.ask('usage', {}),
        ),
      );
      theirs.push(
        await round(
          ofBare,
          () => bare.ask('broadcast', { ...turn, frame }),
          () => bare.ask('usage', {}),
        ),
      );
    }
    const of = (all: readonly Round[], name: keyof Round) => median(all.map((each) => each[name]));
    const ratios = (name: keyof Round) => median(ours.map((each, at) => each[name] / (theirs[at]?.[name] ?? Number.NaN)));
    return [
      `${VIEWERS} viewers, ${Buffer.byteLength(frame)} bytes a message, ${1000 / EVERY_MS} a second`,
      figures('CPU a message delivered, µs', of(ours, 'usPerMessage'), of(theirs, 'usPerMessage'), 1 / ratios('usPerMessage')),
      figures('messages delivered a second, within a round', of(ours, 'perSecond'), of(theirs, 'perSecond'), ratios('perSecond')),
      `${'memory of an idle viewer, kB'.padEnd(46)} Bedside ${idleKb.toFixed(1).padStart(7)}   raw ws ${((bareAfter - bareBefore) / 1024 / VIEWERS).toFixed(1).padStart(7)}   (aim: under 40)`,
    ];
  } finally {
    await Promise.all([ofBedside, ofBare, bedside, bare].map((each) => each.close()));
  }
}

const figures = (name: string, ours: number, theirs: number, ratio: number) =>
  `${name.padEnd(46)} Bedside ${ours.toPrecision(4).padStart(7)}   raw ws ${theirs.toPrecision(4).padStart(7)}   ratio ${ratio.toFixed(2)} (aim: 0.9)`;
