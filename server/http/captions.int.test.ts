import { captionsFile, ingestPath } from '@bedside/shared/captions/captions.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { limits, rateLimits } from '@bedside/shared/limits.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryLimiter } from '../auth/limiter.ts';
import { type Client, granted } from '../testing/client.ts';
import { type Harness, startApp } from '../testing/harness.ts';
import { memoryStore } from '../testing/memory-store.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startApp({ store: memoryStore() });
});
afterAll(() => harness.close());

type Live = { sessionId: SessionId; host: Client; patient: Client; url: string };

async function live(within: Harness = harness): Promise<Live> {
  const sessionId = await within.schedule();
  const host = await within.join(sessionId, 'host');
  await host.command({ type: 'set-caption-source', source: 'service' });
  await host.command({ type: 'go-live' });
  const { url } = granted(await host.person.api('captionLink', { sessionId, as: 'host' }));
  return { sessionId, host, patient: await within.join(sessionId, 'viewer'), url };
}

/** As a caption service does: no cookie, no origin. */
const post = (url: string, text: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'text/plain', ...headers }, body: text });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as { error: { code: string } }).error.code];
const textsOf = (client: Client) => client.view().captions.lines.map(({ text }) => text);

describe('[L9] over the caption URL', () => {
  it('captions reach patients, each number once, in rising order, and its service may ask where it was', async () => {
    const { url, patient } = await live();
    const seqUrl = url.replace('?', '/seq?');
    expect(await (await fetch(seqUrl)).text()).toBe('0\n');
    const first = await post(`${url}&seq=1&lang=en-US`, 'GOOD EVENING.');
    expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([200, 'text/plain; charset=utf-8', '1\n']);
    const again = await post(`${url}&seq=1&lang=en-US`, 'GOOD EVENING.');
    expect([again.status, await again.text()]).toEqual([200, '1\n']);
    expect((await post(`${url}&seq=5`, 'Ça va\\nbien.', { 'content-type': 'text/plain; charset=utf-8' })).status).toBe(200);
    expect(await codeOf(await post(`${url}&seq=3`, 'Late.'))).toEqual([409, 'out-of-order']);
    expect(await (await fetch(seqUrl)).text()).toBe('5\n');
    await patient.until((page) => textsOf(page).length === 2, 'two captions');
    expect(textsOf(patient)).toEqual(['GOOD EVENING.', 'Ça va bien.']);
  });

  it('says when it was said, where it says so', async () => {
    const { url, patient } = await live();
    const at = Date.now() - 3000;
    await post(`${url}&seq=1&at=${at}`, 'Earlier.');
    await patient.until((page) => textsOf(page).length === 1, 'a caption');
    expect(patient.view().captions.lines[0]?.at).toBe(at);
  });

  it('a bearer token is as good, and a sender of the same number at the same moment is no second one', async () => {
    const { url, sessionId, patient } = await live();
    const token = new URL(url).searchParams.get('token') ?? '';
    const bare = `${harness.url}${ingestPath(sessionId)}?seq=1`;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(bare, 'Once.', { authorization: `Bearer ${token}` })));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await patient.until((page) => textsOf(page).length > 0, 'a caption');
    expect(textsOf(patient)).toEqual(['Once.']);
  });

  it.each([
    ['no number', '', 'x', {}, [400, 'bad-request']],
    ['a number that is none', '&seq=one', 'x', {}, [400, 'bad-request']],
    ['no words', '&seq=1', ' \n ', {}, [400, 'bad-request']],
    ['too many words', '&seq=1', 'word '.repeat(limits.captionMax / 2), {}, [400, 'bad-request']],
    ['far too many', '&seq=1', 'x'.repeat(limits.ingestBytes + 1), {}, [413, 'too-large']],
    ['a form', '&seq=1', 'text=x', { 'content-type': 'application/x-www-form-urlencoded' }, [400, 'bad-request']],
    ['two numbers', '&seq=1&seq=2', 'x', {}, [400, 'bad-request']],
  ] as const)('%s is refused', async (_, query, text, headers, expected) => {
    const { url, sessionId } = await live();
    expect(await codeOf(await post(url + query, text, headers))).toEqual(expected);
    expect((await harness.app.sessions.open(sessionId))?.state.captions.lines).toEqual([]);
  });

  it('a wrong, revoked or replaced URL is refused, and none of another session', async () => {
    const { url, sessionId, host } = await live();
    const other = await live();
    expect(await codeOf(await post(`${url}x&seq=1`, 'x'))).toEqual([403, 'forbidden']);
    expect(await codeOf(await post(`${url.replace(sessionId, other.sessionId)}&seq=1`, 'x'))).toEqual([403, 'forbidden']);
    expect(await codeOf(await post(`${url.replace(sessionId, 'no-such-session')}&seq=1`, 'x'))).toEqual([403, 'forbidden']);
    const moderator = await harness.staff(sessionId, 'moderator');
    const { url: next } = granted(await moderator.api('captionLink', { sessionId, as: 'moderator' }));
    expect(await codeOf(await post(`${url}&seq=1`, 'x'))).toEqual([403, 'forbidden']);
    expect((await post(`${next}&seq=1`, 'x')).status).toBe(200);
    await host.command({ type: 'revoke-caption-link' });
    expect(await codeOf(await post(`${next}&seq=2`, 'x'))).toEqual([403, 'forbidden']);
    expect(await codeOf(await fetch(next.replace('?', '/seq?')))).toEqual([403, 'forbidden']);
  });

  it('its secret is in no log and not in the database', async () => {
    const { url, sessionId } = await live();
    const token = new URL(url).searchParams.get('token') ?? '';
    await post(`${url}&seq=1`, 'zymurgy');
    await post(`${url}&seq=x`, 'zymurgy');
    expect(token).toHaveLength(43);
    const kept = JSON.stringify(await harness.store.events(sessionId, 0));
    expect([...harness.lines, kept].filter((line) => line.includes(token) || line.includes('zymurgy'))).toEqual([]);
  });

  it('[A8] it is limited by itself, and patients’ pages are not by it', async () => {
    const limited = await startApp({ store: memoryStore(), limiter: createMemoryLimiter() });
    try {
      const { url, patient } = await live(limited);
      const { points } = rateLimits.ingest.person;
      for (let seq = 1; seq <= points; seq++) expect((await post(`${url}&seq=${seq}`, 'x')).status).toBe(200);
      const over = await post(`${url}&seq=${points + 1}`, 'x');
      expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await codeOf(over)).toEqual([429, 'rate-limited']);
      expect(await patient.command({ type: 'submit-question', text: 'May I still ask?' })).toMatchObject({ ok: true });
    } finally {
      await limited.close();
    }
  });
});

describe('[L5] the transcript', () => {
  it('is read by pages and taken away, during the session and after it, and not while it is closed', async () => {
    const { sessionId, host, patient } = await live();
    const captioner = await harness.join(sessionId, 'captioner');
    // Of who joined after it: the host's own view may still be on its way.
    const liveAt = captioner.view().session.liveAt ?? 0;
    for (const text of ['Good evening.', 'How <are> you?', 'A slip.']) {
      granted(await captioner.command({ type: 'add-caption', text, at: Date.now() }));
    }
    await captioner.until((page) => textsOf(page).length === 3, 'all lines');
    const caption = captioner.view().captions.lines.at(-1)?.id ?? 0;
    granted(await captioner.command({ type: 'remove-caption', caption }));
    const { person } = patient;
    const page = granted(await person.api('captions', { sessionId }));
    expect([page.lines.map(({ text }) => text), page.more]).toEqual([['Good evening.', 'How <are> you?'], false]);
    const [first, second] = page.lines;
    expect(granted(await person.api('captions', { sessionId, before: second?.id ?? 0 })).lines).toEqual([first]);
    granted(await host.command({ type: 'end-session' }));
    const file = (as: string) => person.fetch(`${captionsFile.path}?sessionId=${sessionId}&as=${as}`);
    const vtt = await file('vtt');
    expect([vtt.status, vtt.headers.get('content-type'), vtt.headers.get('content-disposition')]).toEqual([
      200,
      'text/vtt; charset=utf-8',
      `attachment; filename="captions-${sessionId}.vtt"`,
    ]);
    const words = await vtt.text();
    expect(words.startsWith(`WEBVTT\n\nNOTE 00:00:00.000 is ${new Date(liveAt).toISOString()}\n`)).toBe(true);
    expect(words).toContain('How &lt;are&gt; you?');
    expect(words).not.toContain('slip');
    expect((await (await file('txt')).text()).split('\n').map((line) => line.slice(11))).toEqual(['Good evening.', 'How <are> you?', '']);
    expect(await codeOf(await file('doc'))).toEqual([400, 'bad-request']);
  });

  it('[L7] is refused while the session is closed', async () => {
    const { sessionId, host, patient } = await live();
    granted(await host.command({ type: 'close-emergency' }));
    expect(await patient.person.api('captions', { sessionId })).toMatchObject({ error: { code: 'wrong-state' } });
    expect(await codeOf(await patient.person.fetch(`${captionsFile.path}?sessionId=${sessionId}&as=vtt`))).toEqual([409, 'wrong-state']);
  });

  it('[H2] whoever is out reads none of it', async () => {
    const { sessionId, patient } = await live();
    const asked = granted(await patient.command({ type: 'submit-question', text: 'Something rude?' }));
    const moderator = await harness.join(sessionId, 'moderator');
    if (!asked.questionId) throw new Error('not asked');
    granted(await moderator.command({ type: 'restrict-asker', questionId: asked.questionId, restriction: 'ban' }));
    expect(await patient.person.api('captions', { sessionId })).toMatchObject({ error: { code: 'removed' } });
  });
});

it('[L8] the glossary is read by who may change it', async () => {
  const { sessionId, host, patient } = await live();
  const { seq } = granted(await host.command({ type: 'set-term', from: 'mi', to: 'myocardial infarction' }));
  expect(granted(await host.person.api('glossary', { sessionId })).terms).toEqual([{ id: seq, from: 'mi', to: 'myocardial infarction' }]);
  expect(await patient.person.api('glossary', { sessionId })).toMatchObject({ error: { code: 'forbidden' } });
});

it('[L6] captions go out by the shorter tick, and cost a patient’s page what they are long', async () => {
  const { sessionId, patient } = await live();
  const captioner = await harness.join(sessionId, 'captioner');
  for (let number = 0; number < limits.captionsShown + 20; number++) {
    granted(await captioner.command({ type: 'add-caption', text: `line ${number}`, at: Date.now() }));
  }
  await patient.until((page) => textsOf(page).at(-1) === `line ${limits.captionsShown + 19}`, 'the last line');
  expect(textsOf(patient)).toHaveLength(limits.captionsShown);
  const before = patient.frames.length;
  granted(await captioner.command({ type: 'add-caption', text: 'one more', at: Date.now() }));
  await patient.until((page) => textsOf(page).at(-1) === 'one more', 'one more');
  const frame = patient.frames.slice(before).find((each) => each.includes('one more')) ?? '';
  expect(frame.length).toBeLessThan(300);
});
