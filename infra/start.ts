import { parseArgs } from 'node:util';
import { isLoopbackHost, lanAddresses } from '../server/addresses.ts';
import type { App } from '../server/app.ts';
import { describeEnv, type Env, readEnv, StartError } from '../server/env.ts';
import { qrCode } from '../server/qr.ts';
import { fail } from '../server/fail.ts';
import { start, stopOnSignals } from '../server/run.ts';
import type { Store } from '../server/store/store.ts';
import { seed } from './seed/seed.ts';

const HELP = `Bedside: live, moderated questions and answers with doctors.

  npm start                    on this machine only
  npm start -- --lan           for the local network too, with a QR code for phones
  npm start -- --port 3001     on another port
  npm start -- --help          this text

Settings are environment variables:`;

function parse(args: string[]): { lan: boolean; help: boolean; port?: string } {
  try {
    const { values } = parseArgs({
      args,
      options: {
        lan: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        port: { type: 'string', short: 'p' },
      },
    });
    return values;
  } catch {
    throw new StartError(`“${args.join(' ')}” is not understood. npm start -- --help says what is.`);
  }
}

function settings({ lan, port }: { lan: boolean; port?: string }): Record<string, string | undefined> {
  return { LOG_LEVEL: 'warn', ...given(process.env), ...(lan ? { HOST: '0.0.0.0' } : {}), ...(port === undefined ? {} : { PORT: port }) };
}

const given = (source: NodeJS.ProcessEnv) => Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));

function phoneLines(env: Env, { port }: App, path: string): string[] {
  if (isLoopbackHost(env.host)) return [];
  const address = env.host === '0.0.0.0' || env.host === '::' ? lanAddresses()[0] : env.host;
  if (env.publicUrl === null && address === undefined)
    return ['', 'This machine has no address on a local network, so there is no link for phones.'];
  const link = `${env.publicUrl ?? `http://${address}:${port}`}${path}`;
  const notice =
    env.publicUrl?.startsWith('https:') === true
      ? []
      : [
          '',
          'Watching and asking work like this. Going live from another machine than this one needs HTTPS (see PUBLIC_URL): browsers',
          'give a page the camera only there and on localhost.',
        ];
  return ['', 'For a phone on this network', `  ${link}`, '', qrCode(link), ...notice];
}

async function announce(app: App, env: Env, store: Store, demo: Awaited<ReturnType<typeof seed>>): Promise<void> {
  await store.revokeUnusedInvites(null);
  const organiser = await app.invites.organiserLink(app.url);
  const lines = ['', 'Bedside is running. Ctrl-C stops it.', ''];
  if (demo !== null) {
    await store.revokeUnusedInvites(demo.sessionId);
    lines.push(
      `  ${demo.title}`,
      '',
      `  Doctor      ${await app.invites.staffLink(app.url, demo.sessionId, 'host')}`,
      `  Co-host     ${await app.invites.staffLink(app.url, demo.sessionId, 'cohost')}`,
      `  Interpreter ${await app.invites.staffLink(app.url, demo.sessionId, 'interpreter')}`,
      `  Moderator   ${await app.invites.staffLink(app.url, demo.sessionId, 'moderator')}`,
      `  Screener    ${await app.invites.staffLink(app.url, demo.sessionId, 'screener')}`,
      `  Reviewer    ${await app.invites.staffLink(app.url, demo.sessionId, 'reviewer')}`,
      `  Captioner   ${await app.invites.staffLink(app.url, demo.sessionId, 'captioner')}`,
      `  Patient     ${app.invites.viewerLink(app.url, demo.sessionId)}`,
      '',
      '  Open each in a window of its own. The first seven work once, for whoever opens them first; the next start prints new ones.',
      '',
    );
  }
  lines.push(`  Schedule another session   ${organiser}`, ...phoneLines(env, app, demo === null ? '/' : `/s/${demo.sessionId}`), '');
  console.log(lines.join('\n'));
}

try {
  const args = parse(process.argv.slice(2));
  if (args.help) {
    console.log(`${HELP}\n\n${describeEnv(settings(args))}\n`);
  } else {
    const env = readEnv(settings(args));
    const opened: { store?: Store; demo: Awaited<ReturnType<typeof seed>> } = { demo: null };
    const app = await start(env, async (store) => {
      opened.store = store;
      opened.demo = await seed(store, Date.now());
    });
    stopOnSignals(app, () => console.log('\nStopping…'));
    if (opened.store) await announce(app, env, opened.store, opened.demo);
  }
} catch (error) {
  fail(error);
}
