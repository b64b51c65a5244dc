import { type Browser, expect, type Page, test } from '@playwright/test';
import { type LocalCluster, startCluster } from '../cluster/cluster.ts';
import type { ClusterNode } from '../cluster/node.ts';
import { approve, ask, goLive, openRoom, queueOf, vote, waiting } from './acts.ts';
import { expectMoving, expectSound, type MediaPage, openMedia, pictureOf } from './media-acts.ts';
import { watchStage } from './moves.ts';
import { scheduleSession } from './organiser.ts';

// Three nodes as processes of their own behind nginx, over one Postgres and one Redis.
let cluster: LocalCluster;
test.beforeAll(async () => {
  cluster = await startCluster({ nodes: 3, port: 0, workers: 2, drainSeconds: 30 });
});
test.afterAll(() => cluster.close());

const sum = async (nodes: readonly ClusterNode[], name: string) =>
  (await Promise.all(nodes.map((node) => node.metric(name)))).reduce<number>((total, value) => total + (value ?? 0), 0);
const socketsOf = (nodes: readonly ClusterNode[]) => Promise.all(nodes.map((node) => node.metric('bedside_sockets')));

async function open(browser: Browser, link: string): Promise<MediaPage> {
  return openMedia(browser, link);
}

async function everybodyIn(browser: Browser, patients: number) {
  const links = await scheduleSession(cluster, 'Asthma in children: ask a paediatrician');
  const doctor = await open(browser, links.host);
  const moderator = await open(browser, links.moderator);
  await openRoom(moderator.page);
  const watching = [];
  for (let index = 0; index < patients; index += 1) watching.push(await open(browser, links.viewer));
  await goLive(doctor.page);
  for (const { page } of watching) await expectMoving(page);
  return { links, doctor, moderator, patients: watching, all: [doctor, moderator, ...watching] };
}

/** Asks, is approved by the moderator, and is seen by another patient. */
async function askThrough(text: string, from: Page, moderator: Page, to: Page): Promise<void> {
  await ask(from, text);
  await expect(waiting(moderator, text)).toHaveCount(1);
  await approve(moderator, text);
  await expect(vote(to, text)).toBeVisible();
}

test('[C1] [P4] a session runs across nodes: pictures, questions and votes', async ({ browser }) => {
  const { links, doctor, moderator, patients } = await everybodyIn(browser, 3);
  // nginx leads each page to the node with the fewest connections, also counting those of other requests: five pages may miss one.
  const missed = async () => (await socketsOf(cluster.nodes)).some((sockets) => !sockets);
  while (patients.length < 6 && (await missed())) {
    const further = await open(browser, links.viewer);
    await expectMoving(further.page);
    patients.push(further);
  }
  for (const sockets of await socketsOf(cluster.nodes)) expect(sockets).toBeGreaterThan(0);
  await expect.poll(() => sum(cluster.nodes, 'bedside_media{kind="pipes"}'), 'pipes between nodes').toBeGreaterThan(0);
  expect(await sum(cluster.nodes, 'bedside_media{kind="pipes"}')).toBeLessThanOrEqual(2);
  for (const { page } of patients) {
    await expectSound(page);
    expect((await pictureOf(page)).cipher).toMatch(/GCM/);
  }
  const [one, two, three] = patients.map(({ page }) => page);
  if (!one || !two || !three) throw new Error('too few patients');
  const text = 'Is a peak flow meter worth having at home?';
  await askThrough(text, one, moderator.page, two);
  for (const page of [one, two, three]) await vote(page, text).click();
  for (const { page } of patients) await expect(vote(page, text)).toHaveText('3');
  await expect(doctor.page.getByText(text).first()).toBeVisible();
  const watching = new RegExp(String.raw`\b${patients.length} watching\b`);
  for (const { page } of patients) await expect(page.getByText(watching).first()).toBeVisible();
  for (const page of [doctor, moderator, ...patients]) await page.close();
});

test('[S6] [C9] a node that is killed takes neither the broadcast nor a command with it', async ({ browser }) => {
  test.setTimeout(300_000);
  const { moderator, patients, all } = await everybodyIn(browser, 2);
  const [one, two] = patients.map(({ page }) => page);
  if (!one || !two) throw new Error('too few patients');
  for (const [index, node] of cluster.nodes.entries()) {
    await node.kill();
    await askThrough(`Question ${index} while a node is gone`, one, moderator.page, two);
    for (const { page } of patients) await expectMoving(page);
    await node.start();
  }
  for (const index of cluster.nodes.keys()) {
    const question = queueOf(two)
      .getByRole('article')
      .filter({ hasText: `Question ${index} while a node is gone` });
    await expect(question).toHaveCount(1);
  }
  for (const page of all) await page.close();
});

test('[R9] [S9] [S10] a rolling restart of all nodes during a live session loses no command, and no viewer the picture for long', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const { moderator, patients, all } = await everybodyIn(browser, 2);
  const [one, two] = patients.map(({ page }) => page);
  if (!one || !two) throw new Error('too few patients');
  const shown = await Promise.all(patients.map(({ page }) => watchStage(page)));
  const asked: string[] = [];
  const askThroughAs = async (text: string, from: Page, to: Page) => {
    asked.push(text);
    await askThrough(text, from, moderator.page, to);
  };
  for (const [index, node] of cluster.nodes.entries()) {
    const drained = node.drain();
    await askThroughAs(`Asked while node ${index} hands over`, one, two);
    expect(await drained).toBe(0);
    await askThroughAs(`Asked while node ${index} is away`, two, one);
    await node.start();
  }
  for (const { page } of patients) {
    for (const text of asked) await expect(queueOf(page).getByRole('article').filter({ hasText: text })).toHaveCount(1);
  }
  for (const read of shown) {
    const { worst, states } = await read();
    test.info().annotations.push({ type: 'longest without a new picture, ms', description: `${Math.round(worst)} ${states.join(' ')}` });
    expect(worst).toBeLessThan(2000);
  }
  for (const { page } of patients) {
    await expectMoving(page);
    await expectSound(page);
  }
  for (const page of all) await page.close();
});
