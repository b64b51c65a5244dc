import { join } from 'node:path';
import { type QuestionId, SessionId } from '@bedside/shared/ids.ts';
import { type Client, openClient, visit } from '../../server/testing/client.ts';
import { scrape, total } from '../../server/testing/scrape.ts';
import { scheduleSession, type SessionLinks } from '../e2e/organiser.ts';
import { type Server, startServer } from '../e2e/server.ts';
import { cookiesFor, startFleet } from '../fleet/fleet.ts';
import { spread } from './figures.ts';

const QUESTIONS = 20;
const votes = { perSecond: 1000, seconds: 20 } as const;

/** https://github.com/siimon/prom-client#default-metrics */
async function usage({ url }: Server): Promise<{ cpuSeconds: number; rss: number }> {
  const metrics = await scrape(url);
  return { cpuSeconds: total(metrics, 'process_cpu_seconds_total'), rss: total(metrics, 'process_resident_memory_bytes') };
}

async function staff(server: Server, links: SessionLinks, role: 'host' | 'moderator'): Promise<Client> {
  const person = await visit(server.url);
  await person.takeInvite(links[role]);
  return openClient(person, sessionOf(links), role);
}

const sessionOf = ({ viewer }: SessionLinks) => SessionId.parse(viewer.split('/').at(-1));

/** As people do it: asked, approved, and the doctor goes live. */
async function prepare(server: Server, links: SessionLinks): Promise<QuestionId[]> {
  const [host, moderator] = [await staff(server, links, 'host'), await staff(server, links, 'moderator')];
  await moderator.command({ type: 'open-session' });
  const ids: QuestionId[] = [];
  for (let at = 0; at < QUESTIONS; at++) {
    const asker = await openClient(await visit(server.url), sessionOf(links), 'viewer');
    const answer = await asker.command({
      type: 'submit-question',
      text: `Is a fever of 38 degrees common after vaccination number ${at}?`,
    });
    asker.close();
    if (!answer.ok || !answer.questionId) throw new Error('a question was refused');
    await moderator.command({ type: 'approve-question', questionId: answer.questionId });
    ids.push(answer.questionId);
  }
  await host.command({ type: 'go-live' });
  host.close();
  moderator.close();
  return ids;
}

/** One session as large as a node takes: the product as `npm start` runs it, limits and all, behind a proxy that it trusts. */
export async function measureAudience(viewers: number): Promise<string[]> {
  const server = await startServer(1, { TRUST_PROXY: '1' });
  const fleet = await startFleet();
  try {
    const links = await scheduleSession(server, 'Bench: a large audience');
    const questionIds = await prepare(server, links);
    const before = await usage(server);
    const begun = performance.now();
    const cookies = cookiesFor(join(server.dataDir, 'secrets.json'), viewers);
    await fleet.ask('open', { urls: [server.url], sessionId: sessionOf(links), cookies, firstAddress: 0, atOnce: 100 });
    const joinSeconds = (performance.now() - begun) / 1000;
    await fleet.ask('vote', { questionIds, ...votes, seconds: 3 });
    await fleet.ask('figures', {});
    const [start, startedAt] = [await usage(server), performance.now()];
    await fleet.ask('vote', { questionIds, ...votes });
    const seconds = (performance.now() - startedAt) / 1000;
    const [end, figures] = [await usage(server), await fleet.ask('figures', {})];
    return [
      `${viewers} viewers of one session, ${votes.perSecond} votes a second for ${votes.seconds} s, ${JSON.stringify(figures.answers)}`,
      `  all in after ${joinSeconds.toFixed(1)} s (${(viewers / joinSeconds).toFixed(0)} a second); ${((end.rss - before.rss) / 1024 / viewers).toFixed(1)} kB a viewer`,
      `  ${(figures.frames / seconds).toFixed(0)} messages delivered a second; server ${((end.cpuSeconds - start.cpuSeconds) / seconds).toFixed(2)} cores, fleet ${(figures.cpuMs / 1000 / seconds).toFixed(2)} cores`,
      `  ack p50 / p95 / p99 ${spread(figures.ackMs)} ms`,
      `  vote to tally p50 / p95 / p99 ${spread(figures.talliedMs)} ms (aim: p99 under 500)`,
    ];
  } finally {
    await fleet.close();
    await server.stop();
  }
}
