import { request } from '@playwright/test';
import { newCommandId } from '@bedside/shared/random-id.ts';
import { routes } from '@bedside/shared/rpc.ts';
/** One server or a cluster. */
type Site = { url: string; links: { organiser: string } };

export type SessionLinks = Record<
  'host' | 'cohost' | 'interpreter' | 'moderator' | 'screener' | 'reviewer' | 'captioner' | 'viewer',
  string
>;

const organisers = new WeakMap<Site, Promise<string>>();

/** The organiser's cookies as storage state; the invite is exchanged once for a server. */
async function organiser(server: Site): Promise<string> {
  const api = await request.newContext({ baseURL: server.url, extraHTTPHeaders: { origin: server.url } });
  await api.get(routes.me.path);
  const secret = server.links.organiser.split('#invite=')[1];
  const answer = await api.post(routes.exchange.path, { data: { secret } });
  if (!answer.ok()) throw new Error(await answer.text());
  const state = await api.storageState();
  await api.dispose();
  return JSON.stringify(state);
}

/** A fresh, empty session, scheduled over HTTP as an organiser's page does. */
export async function scheduleSession(server: Site, title: string): Promise<SessionLinks> {
  const known = organisers.get(server) ?? organiser(server);
  organisers.set(server, known);
  const api = await request.newContext({
    baseURL: server.url,
    extraHTTPHeaders: { origin: server.url },
    storageState: JSON.parse(await known),
  });
  const session = {
    type: 'schedule-session',
    title,
    description: 'Bring what you want to know.',
    host: { name: 'Dr Ines Duarte', title: 'Paediatrician' },
    startsAt: Date.now() + 60_000,
  };
  const answer = await api.post(routes.schedule.path, { data: { commandId: newCommandId(), session } });
  const { links } = routes.schedule.result.parse(await answer.json());
  await api.dispose();
  return links;
}
