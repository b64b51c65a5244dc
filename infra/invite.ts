import { existsSync } from 'node:fs';
import { limits } from '@bedside/shared/limits.ts';
import type { SessionSummary } from '@bedside/shared/view.ts';
import { createInvites } from '../server/auth/invites.ts';
import { createOrigins } from '../server/auth/origins.ts';
import { type Env, readEnv, StartError } from '../server/env.ts';
import { createLog } from '../server/log.ts';
import { databasePath, openStore } from '../server/store/open.ts';
import { fail } from '../server/fail.ts';
import type { SessionRole } from '@bedside/shared/roles.ts';
import type { Store } from '../server/store/store.ts';

const HELP = `Links for the people who run sessions, made while Bedside runs or not:

  npm run invite -- organiser                    a link to schedule sessions
  npm run invite -- <session> host               a link for the doctor of a session
  npm run invite -- <session> moderator          a link for one more moderator (or: any other)
  npm run invite -- list                         the sessions
  npm run invite -- revoke <session> moderator   takes the role from everybody who has it (or: another), and its links

A screener looks at every question; a reviewer is a clinician, who decides on what screeners send; a moderator leads them;
a captioner puts into words what is said.
A cohost stands on stage beside the doctor and answers too; an interpreter is heard by viewers who choose so.
A link works once, for whoever opens it first, for ${limits.inviteDays} days (of a session: after its start).
DATA_DIR or DATABASE_URL, PUBLIC_URL and PORT must be those of the server.`;

const roles: readonly SessionRole[] = ['host', 'cohost', 'interpreter', 'moderator', 'screener', 'reviewer', 'captioner'];
const isStaff = (role: string | undefined): role is SessionRole => roles.some((each) => each === role);

function staffRole(role: string | undefined): SessionRole {
  if (isStaff(role)) return role;
  throw new StartError(
    `A role is host, cohost, interpreter, moderator, screener, reviewer or captioner${role === undefined ? '' : `, not “${role}”`}. npm run invite -- --help says more.`,
  );
}

async function sessionOf(store: Store, given: string | undefined): Promise<SessionSummary> {
  const found = (await store.summaries()).find(({ id }) => id === given);
  if (found) return found;
  throw new StartError(
    given === undefined
      ? 'Which session? npm run invite -- list shows them.'
      : `There is no session “${given}”. npm run invite -- list shows them.`,
  );
}

async function list(store: Store): Promise<string> {
  const sessions = (await store.summaries()).toSorted((a, b) => a.startsAt - b.startsAt);
  if (sessions.length === 0) return 'There is no session yet. npm run invite -- organiser prints a link to schedule one.';
  return sessions
    .map(({ id, phase, startsAt, title }) => `${id}  ${phase.padEnd(9)}  ${new Date(startsAt).toISOString()}  ${title}`)
    .join('\n');
}

function originOf(env: Env): string {
  if (env.publicUrl === null && env.port === 0) throw new StartError('With PORT=0 the address is not known here: set PORT or PUBLIC_URL.');
  return createOrigins(env).best(undefined);
}

/** What to print. Throws `StartError` with one sentence. */
async function answer(store: Store, env: Env, args: readonly string[]): Promise<string> {
  const invites = createInvites({ store, now: Date.now });
  const [first, second, third, ...more] = args;
  const revoking = first === 'revoke';
  const most = first === 'organiser' || first === 'list' ? 1 : revoking ? 3 : 2;
  if (args.length > most || more.length > 0)
    throw new StartError(`“${args.join(' ')}” is not understood. npm run invite -- --help says what is.`);
  if (first === 'list') return list(store);
  if (first === 'organiser') return invites.organiserLink(originOf(env));
  const { id, title } = await sessionOf(store, revoking ? second : first);
  const role = staffRole(revoking ? third : second);
  if (!revoking) return invites.staffLink(originOf(env), id, role);
  await store.revokeRole(id, role);
  return [
    `Nobody is ${role} of “${title}” any more, and its links for that are void.`,
    'A page that is open now keeps the role until it joins next (a reload, a lost connection); to be rid of it at once, restart the server.',
    `npm run invite -- ${id} ${role} prints a new link.`,
  ].join('\n');
}

try {
  const args = process.argv.slice(2);
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) console.log(HELP);
  else {
    const env = readEnv(process.env, 'tool');
    if (env.databaseUrl === null && !existsSync(databasePath(env)))
      throw new StartError(`There is no database ${databasePath(env)}. Start the server once, or set DATA_DIR to the server's.`);
    const store = await openStore(env, createLog(env, process.stderr));
    try {
      console.log(await answer(store, env, args));
    } finally {
      await store.close();
    }
  }
} catch (error) {
  fail(error);
}
