import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { AuditFile } from '@bedside/shared/audit.ts';
import { SessionId } from '@bedside/shared/ids.ts';
import * as z from 'zod';
import { readEnv, StartError } from '../server/env.ts';
import { databasePath } from '../server/store/open.ts';
import { fail } from '../server/fail.ts';
import { chainStart, firstBroken, toBase64url } from '../server/store/chain.ts';
import { type LogReader, readPostgresLogs, readSqliteLogs, type StoredLog } from '../server/store/read-logs.ts';

const HELP = `Whether logs are as they were written: each event carries the hash of the one before. Reads only, while Bedside runs:

  npm run verify                                         every session: events, whether whole, the hash of the last event
  npm run verify -- --session <id>                       one session
  npm run verify -- --session <id> --export log.json     the same, and its whole log into a file
  npm run verify -- --file log.json                      such a file by itself, without the database
  npm run verify -- --against audit.json                 the database's log against what was taken from it earlier: such a file,
                                                         or the JSON that moderators download from a session's audit

Ends with 1 where a log is not whole. Whoever can write to the database can also compute a chain anew: only a hash that was kept
elsewhere tells that, hence --against. A log in a file names persons by their ids, and the titles of the session, but has nothing
that patients wrote: it is for whoever may read the database. DATA_DIR or DATABASE_URL must be the server's.`;

/** A whole log, event by event as the chain hashes it. */
const LogFile = z.object({
  format: z.literal('bedside-log-1'),
  sessionId: SessionId,
  events: z.array(z.object({ event: z.string(), hash: z.string() })),
});
type LogFile = z.infer<typeof LogFile>;
const Known = z.discriminatedUnion('format', [LogFile, z.object(AuditFile.shape)]);

type Verdict = { sessionId: SessionId; events: number; broken: number | null; head: string };

function judge({ sessionId, links, reaches }: StoredLog): Verdict {
  const cut = links.length < reaches ? links.length + 1 : null;
  const head = toBase64url(links.at(-1)?.chain ?? chainStart(sessionId));
  return { sessionId, events: links.length, broken: firstBroken(sessionId, links) ?? cut, head };
}

const shown = ({ sessionId, events, broken, head }: Verdict) =>
  `${sessionId}  ${events} event${events === 1 ? '' : 's'}  ${broken === null ? 'whole' : `NOT WHOLE from event ${broken} on`}  ${head}`;

async function known(file: string): Promise<z.infer<typeof Known>> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartError(`${file} can't be read.`);
  });
  try {
    return Known.parse(JSON.parse(text));
  } catch {
    throw new StartError(`${file} is neither a log of this command nor a session's audit, or not all of it.`);
  }
}

function openLogs(): LogReader {
  const env = readEnv(process.env, 'tool');
  if (env.databaseUrl !== null) return readPostgresLogs(env.databaseUrl);
  const path = databasePath(env);
  if (!existsSync(path)) throw new StartError(`There is no database ${path}. Set DATA_DIR to the server's.`);
  return readSqliteLogs(path);
}

async function withLogs<T>(work: (logs: LogReader) => Promise<T>): Promise<T> {
  const logs = openLogs();
  try {
    return await work(logs);
  } finally {
    await logs.close();
  }
}

function verifyFile(file: string, from: z.infer<typeof Known>): boolean {
  if (from.format !== 'bedside-log-1')
    throw new StartError(
      `${file} has hashes and not what they are of: npm run verify -- --against ${file} compares them with the database.`,
    );
  const links = from.events.map(({ event, hash }, index) => ({ seq: index + 1, event, chain: Buffer.from(hash, 'base64url') }));
  const verdict = judge({ sessionId: from.sessionId, links, reaches: 1 });
  console.log(shown(verdict));
  return verdict.broken === null;
}

/** Whether the database still has every event that the file knows of, and no other in its place. */
async function verifyAgainst(from: z.infer<typeof Known>): Promise<boolean> {
  const log = await withLogs((logs) => logs.log(from.sessionId));
  const verdict = judge(log);
  console.log(shown(verdict));
  const hashes = (from.format === 'bedside-log-1' ? from.events : from.rows).map(({ hash }) => hash);
  const differs = hashes.findIndex((hash, index) => hash !== toBase64url(log.links[index]?.chain ?? new Uint8Array()));
  if (differs >= 0) console.log(`It is NOT the log that the file was taken from: it differs from event ${differs + 1} on.`);
  else console.log(`It is the log that the file was taken from, with ${log.links.length - hashes.length} more since.`);
  return verdict.broken === null && differs < 0;
}

async function verifyDatabase(session: string | undefined, target: string | undefined): Promise<boolean> {
  return withLogs(async (logs) => {
    const all = await logs.sessions();
    const asked = session === undefined ? all : all.filter((id) => id === session);
    if (session !== undefined && asked.length === 0)
      throw new StartError(`There is no session “${session}”. npm run invite -- list shows them.`);
    if (asked.length === 0) console.log('There is no session yet.');
    let whole = true;
    for (const id of asked) {
      const log = await logs.log(id);
      const verdict = judge(log);
      console.log(shown(verdict));
      if (verdict.broken !== null) whole = false;
      if (target !== undefined) await writeLog(target, log);
    }
    return whole;
  });
}

/** As it is stored, whole or not: a broken log is what somebody will want to look at. */
async function writeLog(target: string, { sessionId, links }: StoredLog): Promise<void> {
  const file: LogFile = {
    format: 'bedside-log-1',
    sessionId,
    events: links.map(({ event, chain }) => ({ event, hash: toBase64url(chain) })),
  };
  try {
    await writeFile(target, `${JSON.stringify(file, null, 1)}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    throw new StartError(`${target} is there already, or nothing can be written there.`);
  }
}

const NAMES = ['session', 'export', 'file', 'against'] as const;
type Asked = Partial<Record<(typeof NAMES)[number], string>>;

/** Each name with its value. By hand, since an id may begin with a hyphen, which `parseArgs` takes for a name. */
function asked(args: readonly string[]): Asked {
  const found: Asked = {};
  for (let at = 0; at < args.length; at += 2) {
    const name = NAMES.find((one) => `--${one}` === args[at]);
    const value = args[at + 1];
    if (!name || value === undefined || found[name] !== undefined)
      throw new StartError(`“${args.join(' ')}” is not understood. npm run verify -- --help says what is.`);
    found[name] = value;
  }
  return found;
}

async function verify({ session, export: target, file, against }: Asked): Promise<boolean> {
  const ways = [file, against, session].filter((way) => way !== undefined).length;
  if (ways > 1) throw new StartError('One of --session, --file and --against.');
  if (target !== undefined && session === undefined) throw new StartError('The log of which session? Give --session too.');
  if (file !== undefined) return verifyFile(file, await known(file));
  if (against !== undefined) return verifyAgainst(await known(against));
  return verifyDatabase(session, target);
}

try {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) console.log(HELP);
  else if (!(await verify(asked(args)))) process.exitCode = 1;
} catch (error) {
  fail(error);
}
