import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { readEnv, StartError } from '../server/env.ts';
import { databasePath } from '../server/store/open.ts';
import { fail } from '../server/fail.ts';
import { toBase64url } from '../server/store/chain.ts';
import { type LogReader, readPostgresLogs, readSqliteLogs } from '../server/store/read-logs.ts';
import { isWhole, judge, type StoredLog, type Verdict } from '../server/store/stored-log.ts';
import { firstDifference, Taken, type TakenFile } from './verify-against.ts';

const HELP = `Whether logs are as they were written: each event carries the hash of the one before, and the digests of the texts that it
brought. Reads only, while Bedside runs:

  npm run verify                                         every session: events, whether they and their texts are whole, the last hash
  npm run verify -- --session <id>                       one session
  npm run verify -- --session <id> --export log.json     the same, and its whole log into a file
  npm run verify -- --file log.json                      such a file by itself, without the database
  npm run verify -- --against audit.json                 the database's log against what was taken from it earlier: such a file,
                                                         or the JSON that moderators download from a session's audit

Ends with 1 where a log or its texts are not whole. Whoever can write to the database can also compute a chain anew: only a hash that was kept
elsewhere tells that, hence --against. A log in a file names persons by their ids, and the titles of the session, but has nothing
that patients wrote: it is for whoever may read the database. DATA_DIR or DATABASE_URL must be the server's.`;

const shown = ({ sessionId, events, broken, head, texts }: Verdict) => {
  const first = `${sessionId}  ${events} event${events === 1 ? '' : 's'}  ${broken === null ? 'whole' : `NOT WHOLE from event ${broken} on`}  ${head}`;
  const of = (seqs: readonly number[]) => seqs.toSorted((a, b) => a - b).join(', ');
  const lines: string[] = [];
  if (texts && texts.missing.length > 0) lines.push(`TEXTS MISSING of events: ${of(texts.missing)}`);
  if (texts && texts.altered.length > 0) lines.push(`TEXTS ALTERED of events: ${of(texts.altered)}`);
  if (texts && texts.stray > 0) lines.push(`TEXTS TOO MANY, erased or of no event: ${texts.stray}`);
  if (texts && texts.takenOut.length > 0) lines.push(`texts that were taken out of the restored backup, of events: ${of(texts.takenOut)}`);
  return [first, ...lines.map((line) => `  ${line}`)].join('\n');
};

async function known(file: string): Promise<TakenFile> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartError(`${file} can't be read.`);
  });
  try {
    return Taken.parse(JSON.parse(text));
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

function verifyFile(file: string, from: TakenFile): boolean {
  if (from.format !== 'bedside-log-1')
    throw new StartError(
      `${file} has hashes and not what they are of: npm run verify -- --against ${file} compares them with the database.`,
    );
  const links = from.events.map(({ event, hash }, index) => ({ seq: index + 1, event, chain: Buffer.from(hash, 'base64url') }));
  const verdict = judge({ sessionId: from.sessionId, links, end: null, reaches: 1, texts: null });
  console.log(shown(verdict));
  return isWhole(verdict);
}

/** Whether the database still has every event that the file knows of, and the file says of each what the database does. */
async function verifyAgainst(file: string, from: TakenFile): Promise<boolean> {
  const taken = from.format === 'bedside-log-1' ? from.events : from.rows;
  if (taken.length === 0) throw new StartError(`${file} has no event: there is nothing to compare.`);
  const log = await withLogs((logs) => logs.log(from.sessionId));
  const verdict = judge(log);
  console.log(shown(verdict));
  const differs = firstDifference(from, log);
  if (differs === null) console.log(`It is the log that the file was taken from, with ${log.links.length - taken.length} more since.`);
  else if (differs.what === 'log') console.log(`It is NOT the log that the file was taken from: it differs from event ${differs.seq} on.`);
  else
    console.log(
      `The hash of event ${differs.seq} is the log's, and what the file says of it is NOT: the file was changed, or is another version's.`,
    );
  return isWhole(verdict) && differs === null;
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
      if (!isWhole(verdict)) whole = false;
      if (target !== undefined) await writeLog(target, log);
    }
    return whole;
  });
}

/** As it is stored, whole or not: a broken log is what somebody will want to look at. */
async function writeLog(target: string, { sessionId, links }: StoredLog): Promise<void> {
  const file: TakenFile = {
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
  if (against !== undefined) return verifyAgainst(against, await known(against));
  return verifyDatabase(session, target);
}

try {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) console.log(HELP);
  else if (!(await verify(asked(args)))) process.exitCode = 1;
} catch (error) {
  fail(error);
}
