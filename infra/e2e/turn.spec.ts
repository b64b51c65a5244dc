import { type Browser, chromium } from '@playwright/test';
import { turnCredential } from '../../server/auth/turn.ts';
import { freePort, freePorts } from '../../server/testing/free-port.ts';
import { whyNoMachines } from '../chaos/namespaces.ts';
import { type Coturn, startCoturn } from '../coturn/coturn.ts';
import { openTurn } from '../coturn/turn-client.ts';
import { goLive } from './acts.ts';
import { browserArgs, chromiumPath } from './browser.ts';
import { expect, test as base } from './fixtures.ts';
import { expectMoving, expectSound, openMedia, wayOf } from './media-acts.ts';
import { scheduleSession } from './organiser.ts';
import { startServer } from './server.ts';
import { openWard, type Ward } from './ward.ts';

const secret = 'a-secret-of-coturn-and-bedside';
/** What firewalls let through that let nothing else. */
const HTTPS = 443;

type Fixtures = {
  ward: Ward;
  coturn: Coturn;
  /** Browsers, in the ward and on this machine. */
  inside: Browser;
  outside: Browser;
};

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the first argument's shape
  ward: async ({}, use) => {
    const ward = await openWard();
    await use(ward);
    await ward.close();
  },
  coturn: async ({ ward: { outside } }, use) => {
    const port = await freePort();
    const coturn = await startCoturn({
      'listening-ip': outside,
      'relay-ip': outside,
      'listening-port': String(port),
      'static-auth-secret': secret,
      'allowed-peer-ip': outside,
    });
    // It refuses as soon as it has all of its ports.
    const client = await openTurn({ host: outside, port }, turnCredential(`no ${secret}`, 0, 'nobody'));
    expect(await client.allocate()).toBe(401);
    client.close();
    await use(coturn);
    await coturn.close();
  },
  server: async ({ ward }, use) => {
    const [port, rtcPort] = [await freePort(), await freePorts(2)];
    const server = await startServer(2, {
      PORT: String(port),
      RTC_PORT_BASE: String(rtcPort),
      HOST: '0.0.0.0',
      PUBLIC_URL: `http://${ward.outside}:${port}`,
      ANNOUNCED_ADDRESS: ward.outside,
      TURN_URLS: `turns:${ward.outside}:${HTTPS}?transport=tcp`,
      TURN_SECRET: secret,
    });
    await ward.allow(port);
    await use({ ...server, url: `http://${ward.outside}:${port}` });
    await server.stop();
  },
  inside: async ({ ward, coturn, server }, use) => {
    const browser = await launch(await ward.launcher(chromiumPath), server.url, coturn);
    await use(browser);
    await browser.close();
  },
  outside: async ({ coturn, server }, use) => {
    const browser = await launch(chromiumPath, server.url, coturn);
    await use(browser);
    await browser.close();
  },
});

const launch = (executablePath: string, url: string, { keyDigest }: Coturn) =>
  chromium.launch({
    executablePath,
    args: [
      ...browserArgs,
      '--use-fake-device-for-media-stream=fps=10',
      // Its certificate is signed by nobody that a browser knows.
      `--ignore-certificate-errors-spki-list=${keyDigest}`,
      // The camera is for secure pages, and this server has no certificate either.
      `--unsafely-treat-insecure-origin-as-secure=${url}`,
    ],
  });

const impossible = whyNoMachines();
test.skip(impossible !== undefined, impossible);

test('[N1] doctor and patient, whose firewall lets out TCP to 443 and the pages and nothing else, see each other through TURN', async ({
  ward,
  coturn,
  inside,
  server,
}) => {
  await ward.allow(HTTPS);
  const links = await scheduleSession(server, 'Asthma in children: ask a paediatrician');
  const doctor = await openMedia(inside, links.host);
  const patient = await openMedia(inside, links.viewer);
  await goLive(doctor.page);
  await expectMoving(patient.page);
  await expectSound(patient.page);
  for (const { page } of [doctor, patient]) {
    expect(await wayOf(page)).toEqual({ local: 'relay', relayProtocol: 'tls', protocol: 'udp' });
  }
  for (const each of [doctor, patient]) await each.close();
  expect(coturn.said()).not.toContain(ward.bed);
});

test('[N1] [N3] where nothing leads to media a page says so, and has the picture when something does', async ({
  ward,
  inside,
  outside,
  server,
}) => {
  const [first, second] = [await scheduleSession(server, 'Asthma in children'), await scheduleSession(server, 'Asthma in adults')];
  const shutIn = await openMedia(inside, first.host);
  await shutIn.page.getByRole('button', { name: 'Go live' }).click();
  await shutIn.page.getByRole('button', { name: 'A captioner types them' }).click();
  await expect(shutIn.page.getByText('A firewall may be blocking it')).toBeVisible();
  await shutIn.close();

  const doctor = await openMedia(outside, second.host);
  await goLive(doctor.page);
  const [patient, free] = [await openMedia(inside, second.viewer), await openMedia(outside, second.viewer)];
  await expectMoving(free.page);
  // Who needs no relay takes none, or, where the machine was too busy for a direct way at first, leaves it.
  await expect.poll(async () => (await wayOf(free.page)).local).not.toBe('relay');
  await expect(patient.page.getByText('This network lets no video through').first()).toBeVisible({ timeout: 60_000 });
  await ward.allow(HTTPS);
  await expectMoving(patient.page, 60_000);
  expect((await wayOf(patient.page)).local).toBe('relay');

  // What was cut is opened anew once it can be.
  await ward.forbid(HTTPS);
  await expect(patient.page.getByText('This network lets no video through').first()).toBeVisible({ timeout: 60_000 });
  await ward.allow(HTTPS);
  await expectMoving(patient.page, 60_000);
  for (const each of [doctor, patient, free]) await each.close();
});
