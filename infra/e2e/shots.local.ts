import { chromium, type BrowserContextOptions, type Page } from '@playwright/test';
import { startServer } from './server.ts';
import { scheduleSession } from './organiser.ts';
import { openStaff } from './staff.ts';
const out = process.argv[2]!;
const server = await startServer(1);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
const links = await scheduleSession(server, 'Asthma in children: ask a paediatrician');
const mod = await openStaff(links.moderator);
const rev = await openStaff(links.reviewer);
await mod.send({ type: 'open-session' });
const open = async (link: string, o: BrowserContextOptions = {}) => {
  const c = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    permissions: ['camera', 'microphone'],
    reducedMotion: 'reduce',
    ...o,
  });
  const p = await c.newPage();
  await p.goto(link);
  return p;
};
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, hasTouch: true, isMobile: true };
const shot = async (p: Page, name: string, fullPage = true) => {
  await p.waitForTimeout(400);
  await p.screenshot({ path: `${out}/${name}.png`, fullPage });
};
const other = await openStaff(links.viewer);
const texts = [
  'Is swimming safe for a child with asthma?',
  'How often should a spacer be washed?',
  'هل السباحة آمنة لطفل مصاب بالربو؟ نحن نعيش قرب البحر ونسأل عن الرطوبة.',
  'Long: ' + 'my daughter has had a cough for weeks and we have tried many things, from honey to steam; '.repeat(5).slice(0, 480),
];
const ids = [];
for (const text of texts) {
  const o = await openStaff(links.viewer);
  const id = (await o.send({ type: 'submit-question', text, name: 'Noor' }))!;
  ids.push(id);
  await mod.send({ type: 'approve-question', questionId: id });
  o.close();
}
await rev.send({
  type: 'edit-question',
  questionId: ids[1]!,
  text: 'How often should a spacer for an inhaler be washed?',
  showName: false,
});
await rev.send({
  type: 'publish-answer',
  questionId: ids[0]!,
  text: 'Yes, for most children it is.\nChlorine can irritate: choose a well aired pool, and keep the reliever at hand.',
});
const wide = await open(links.viewer);
const small = await open(links.viewer, phone);
const dark = await open(links.viewer, { ...phone, colorScheme: 'dark' });
await wide.getByRole('textbox', { name: 'Your question' }).waitFor();
await shot(wide, '01-wide-start');
const fill = async (p: Page, text: string) => {
  const b = p.getByRole('button', { name: 'Ask a question' });
  if ((await b.count()) && !(await p.getByRole('dialog').count())) await b.click();
  await p.getByRole('textbox', { name: 'Your question' }).fill(text);
  await p.waitForTimeout(2500);
};
const bad =
  'My son Rohan Mehta, born 12/03/2016, from Leeds coughs. Call 020 7946 0958 or rohan.mehta@example.com. I want to die, I can not go on';
await fill(wide, bad);
await shot(wide, '02-wide-hints');
await fill(small, bad);
await shot(small, '03-phone-hints', false);
await small.getByRole('dialog').locator('h3').nth(1).scrollIntoViewIfNeeded();
await shot(small, '03b-phone-hints', false);
await fill(dark, 'How often do I need to wash the spacer? My husband hits me');
await shot(dark, '04-dark-hints', false);
await dark.getByRole('button', { name: 'Send my question' }).scrollIntoViewIfNeeded();
await shot(dark, '04b-dark-hints', false);
await dark.getByRole('button', { name: 'Send my question' }).click();
await dark.waitForTimeout(1500);
await shot(dark, '05-dark-own');
await fill(wide, 'Crushing chest pain right now in my chest and left arm');
await wide.getByRole('button', { name: 'Send my question' }).click();
await wide.waitForTimeout(1000);
await shot(wide, '06-wide-own-flag');
await wide.getByRole('button', { name: 'I have read this' }).click();
// own states on the phone
const ask = async (text: string) => {
  await fill(small, text);
  await small.getByRole('button', { name: 'Send my question' }).click();
  await small.getByRole('dialog').waitFor({ state: 'detached' });
  return (await mod.find(text.slice(0, 30))).id;
};
await small.getByRole('textbox', { name: 'Your question' }).fill('');
const a = await ask(
  'My daughter Ana, who goes to St Mary school, coughs at night. Is that asthma, or is it something that passes by itself?',
);
await rev.send({
  type: 'edit-question',
  questionId: a,
  text: 'A child coughs at night. Is that asthma, or something that passes by itself?',
  showName: false,
});
await rev.send({ type: 'approve-question', questionId: a });
const b = await ask('Which sports are best for children with asthma in winter?');
await mod.send({ type: 'send-to-clinician', questionId: b });
await mod.send({
  type: 'reply-to-asker',
  questionId: b,
  text: 'A clinician looks at this one. If she is short of breath, do not wait for us.',
});
await shot(small, '07-phone-own');
const c = await ask('Is it good to swim when you are a child with asthma?');
await mod.send({ type: 'merge-question', questionId: c, into: ids[1]! });
const d = await ask('My own dose of prednisolone is what?');
await mod.send({ type: 'decline-question', questionId: d, reason: 'needs-own-doctor', note: 'Please call your clinic tomorrow.' });
await shot(small, '08-phone-own2');
await small
  .getByRole('button', { name: /Show all/ })
  .click()
  .catch(() => {});
await shot(small, '09-phone-own-all');
await wide.getByText('What became of all questions').click();
await wide.getByRole('tab', { name: /Answered/ }).click();
await shot(wide, '10-wide-answered');
await wide.getByRole('tab', { name: /Top/ }).click();
await wide.getByRole('button', { name: 'Report this question' }).first().click();
await wide.getByRole('dialog').waitFor();
await shot(wide, '11-wide-report', false);
await wide.keyboard.press('Escape');
await small.getByRole('button', { name: 'Report this question' }).first().click();
await small.getByRole('dialog').waitFor();
await shot(small, '12-phone-report', false);
await small.keyboard.press('Escape');
const host = await open(links.host);
await host.getByRole('button', { name: 'Go live' }).click();
await host.getByRole('button', { name: 'End session' }).waitFor();
await shot(host, '13-host', false);
await host
  .getByRole('button', { name: /^Answer ?:/ })
  .first()
  .click();
await host.waitForTimeout(800);
await shot(host, '14-host-answering', false);
await host
  .getByRole('button', { name: /Write the answer/ })
  .first()
  .click();
await host.getByRole('dialog').waitFor();
await shot(host, '15-host-write', false);
await host.keyboard.press('Escape');
await host.setViewportSize({ width: 390, height: 844 });
await shot(host, '16-host-phone', false);
await host.setViewportSize({ width: 1440, height: 900 });
await mod.send({ type: 'set-slow-mode', seconds: 600 });
await shot(small, '17-phone-slow', false);
await small.getByRole('button', { name: 'Ask a question' }).click();
await fill(small, 'Another one?');
await shot(small, '18-phone-slow-sheet', false);
await small.keyboard.press('Escape');
await mod.send({ type: 'lock-queue' });
await shot(wide, '19-wide-locked', false);
await shot(small, '20-phone-locked', false);
await shot(dark, '20b-dark-locked', false);
await mod.send({ type: 'restrict-asker', questionId: a, restriction: 'remove' });
await shot(small, '21-phone-removed', false);
await host.getByRole('button', { name: 'Emergency close' }).click();
await shot(host, '22-host-close', false);
await host.getByRole('button', { name: 'Close now' }).click();
await host.waitForTimeout(800);
await shot(host, '23-host-closed', false);
await shot(wide, '24-wide-closed', false);
await shot(dark, '25-dark-closed', false);
const org = await open(server.links.organiser);
await org.getByRole('textbox').first().waitFor();
await org.getByLabel('What is it about?').fill('Test');
await org.getByLabel('Who answers?').fill('Dr A');
await org.getByRole('button', { name: 'Schedule it' }).click();
await org.waitForTimeout(1500);
await shot(org, '26-links');
await browser.close();
await server.stop();
process.exit(0);
