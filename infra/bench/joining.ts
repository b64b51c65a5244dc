import { type Browser, chromium } from '@playwright/test';
import { SessionId } from '@bedside/shared/ids.ts';
import { freePort } from '../../server/testing/free-port.ts';
import { whyNoMachines } from '../chaos/namespaces.ts';
import { browserArgs, chromiumPath } from '../e2e/browser.ts';
import { scheduleSession } from '../e2e/organiser.ts';
import { startServer } from '../e2e/server.ts';
import { startBots } from '../load/bots.ts';
import { buildBots } from '../load/build.ts';
import { newViewer, watch } from '../load/targets/bedside.ts';
import { openRough, type Shape, smooth } from '../rough/rough.ts';
import { goesLive, measureJoins } from './first-frame.ts';

/** Who is there already; bots, which connect as browsers do and receive all that is sent to them. */
const VIEWERS = 200;

/** Each way: half of the round trip. */
const lines: readonly [name: string, shape: Shape][] = [
  ['no delay', smooth],
  ['100 ms round trip, 2 % lost', { delayMs: 50, lossPercent: 2, kbits: 0 }],
];

/** From a patient's `session:join` to the first frame, with others there, over a line of their own. */
export async function measureJoining(rounds: number): Promise<string[]> {
  const impossible = whyNoMachines();
  if (impossible) return [`not measured: ${impossible}`];
  const [rough, bots, port] = [await openRough(), await startBots(await buildBots()), await freePort()];
  const url = `http://${rough.outside}:${port}`;
  const server = await startServer(2, { PORT: String(port), HOST: '0.0.0.0', PUBLIC_URL: url, ANNOUNCED_ADDRESS: rough.outside });
  const launch = (executablePath: string) =>
    chromium.launch({ executablePath, args: [...browserArgs, `--unsafely-treat-insecure-origin-as-secure=${url}`] });
  const browsers: Browser[] = [];
  try {
    const links = await scheduleSession({ ...server, url }, 'Bench: a full house');
    const sessionId = SessionId.parse(new URL(links.viewer).pathname.split('/').at(-1));
    const here = await launch(chromiumPath);
    const there = await launch(await rough.launcher(chromiumPath));
    browsers.push(here, there);
    await goesLive(here, links.host);
    const report: string[] = [];
    for (const viewers of [0, VIEWERS]) {
      for (let id = 0; id < viewers; id++) await watch(await newViewer(url, sessionId), bots, id);
      for (const [name, shape] of lines) {
        await rough.shape(shape);
        report.push(...(await measureJoins(there, links.viewer, rounds, `${viewers} others, ${name}`)));
      }
    }
    return report;
  } finally {
    for (const browser of browsers) await browser.close();
    await server.stop();
    await bots.end();
    await rough.close();
  }
}
