import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBots } from './build.ts';
import { type Bots, parseLine, startBots } from './bots.ts';
import { cpuTime } from './machine.ts';
import { smallTrain } from './small-train.ts';
import { startBare } from './targets/bare.ts';
import { startBedside } from './targets/bedside.ts';
import { type Cast, idsOf, type Target } from './targets/target.ts';

const VIEWERS = 5;
const AES_GCM = /^SRTP_AEAD_AES_(128|256)_GCM$/;

// The bots use what only Linux has.
describe.runIf(process.platform === 'linux')('the load bots', () => {
  let cast: Cast;
  let folder: string;
  const started: Bots[] = [];

  beforeAll(async () => {
    const program = await buildBots();
    folder = await mkdtemp(join(tmpdir(), 'bedside-load-'));
    const train = join(folder, 'train');
    await writeFile(train, smallTrain());
    cast = { doctors: await startBots(program), viewers: await startBots(program) };
    started.push(cast.doctors, cast.viewers);
    await cast.doctors.load(train);
  });
  afterAll(async () => {
    for (const bots of started) await bots.end();
    await rm(folder, { recursive: true, force: true });
  });

  /** Both streams reach every viewer whole. Returns how many packets that were. */
  async function watched(target: Target): Promise<number> {
    const { viewers: ids, doctor } = idsOf(target.name);
    const ciphers = await Promise.all(Array.from({ length: VIEWERS }, (_, index) => target.addViewer(ids[0] + index)));
    for (const cipher of ciphers) expect(cipher).toMatch(AES_GCM);
    cast.doctors.play(doctor);
    const all = await until(
      () => cast.viewers.stats(ids),
      ({ packets }) => packets >= VIEWERS * 200,
    );
    cast.doctors.stop(doctor);
    expect(all).toMatchObject({ connected: VIEWERS, silent: 0, streams: 2 * VIEWERS, malformed: 0 });
    expect((await cpuTime(target.pid)).ran).toBeGreaterThan(0);
    // No gap, but for what a busy machine made the bots miss.
    expect(all.expected - all.packets).toBeLessThanOrEqual(all.dropped);
    const { sent, refused, malformed } = await cast.doctors.stats([doctor, doctor]);
    expect(sent * VIEWERS).toBeGreaterThanOrEqual(all.packets);
    expect({ refused, malformed }).toEqual({ refused: 0, malformed: 0 });
    return all.packets;
  }

  it('watch bare mediasoup with AES-GCM, every packet of it', async () => {
    const target = await startBare(cast);
    try {
      expect(await watched(target)).toBeGreaterThan(0);
    } finally {
      await target.close();
    }
    const { viewers: ids } = idsOf('bare');
    // A worker that closes says so to nobody: its viewers are closed by whoever opened them.
    for (let index = 0; index < VIEWERS; index++) cast.viewers.close(ids[0] + index);
    expect((await cast.viewers.stats(ids)).connected).toBe(0);
  });

  it('watch Bedside with AES-GCM, through the calls that pages make', async () => {
    const target = await startBedside(cast);
    try {
      expect(await watched(target)).toBeGreaterThan(0);
    } finally {
      await target.close();
    }
  });

  it('say so when they are told nonsense', async () => {
    const bots = await startBots(await buildBots());
    started.push(bots);
    await expect(bots.open(1, 'nowhere')).rejects.toThrow('the bots ended');
  });

  it('speak in lines that parse', () => {
    expect(parseLine('{"event":"opened","id":7,"port":4000}')).toEqual({ event: 'opened', id: 7, port: 4000 });
    expect(() => parseLine('{"event":"opened","id":7}')).toThrow('port');
  });
});

/** Asks until the answer is as wanted; the test's time-out ends it otherwise. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
  }
}
