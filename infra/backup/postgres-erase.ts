import * as z from 'zod';
import { textsTakenOut } from '../../server/store/postgres-migrations.ts';
import { dumpPostgres, loadPostgres, query } from './postgres.ts';
import { scratchName, whileAlive } from './postgres-scratch.ts';

const Heads = z.array(z.tuple([z.string(), z.coerce.number().int(), z.string()]));
const Texts = z.array(z.tuple([z.string(), z.string()]));

/** Rows as JSON, so that no text of an id could be taken for another column. */
const rows = async <T extends z.ZodType>(shape: T, databaseUrl: string, columns: string, from: string): Promise<z.infer<T>> =>
  shape.parse(JSON.parse(await query(databaseUrl, `SELECT coalesce(json_agg(json_build_array(${columns})), '[]') FROM ${from}`)));

const lastEvents = `events JOIN (SELECT session_id, max(seq) AS seq FROM events GROUP BY session_id) AS last USING (session_id, seq)`;

/**
 * Takes out of a dump the texts that the database no longer has, of sessions whose log is still the same as far as the dump has
 * it. The dump is loaded into a database of its own beside the other, which is dropped again: the role must be allowed to
 * create one. Returns how many were taken out; throws `StartError`.
 */
export async function eraseInPostgresDump(dump: string, databaseUrl: string): Promise<number> {
  const name = scratchName();
  return whileAlive(databaseUrl, name, () => eraseThrough(name, dump, databaseUrl));
}

async function eraseThrough(name: string, dump: string, databaseUrl: string): Promise<number> {
  await query(databaseUrl, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`);
  try {
    const scratch = Object.assign(new URL(databaseUrl), { pathname: `/${name}` }).href;
    await loadPostgres(scratch, dump, false);
    const sessions = await sameSessions(scratch, databaseUrl);
    const present = new Set((await rows(Texts, databaseUrl, 'session_id, id', 'texts')).map(([session, id]) => `${session} ${id}`));
    const all = await rows(Texts, scratch, 'session_id, id', 'texts');
    const gone = all.filter(([session, id]) => sessions.has(session) && !present.has(`${session} ${id}`));
    if (gone.length === 0) return 0;
    // Ids are of an alphabet without quotes, and went through a schema when they were made; quoted again all the same.
    const values = gone.map(([session, id]) => `(${quoted(session)}, ${quoted(id)})`).join(', ');
    // What its own log does not know: without it the texts would be missed (rules U2 and B2).
    await query(scratch, `${textsTakenOut}; INSERT INTO texts_taken_out VALUES ${values} ON CONFLICT DO NOTHING`);
    await query(scratch, `DELETE FROM texts WHERE (session_id, id) IN (VALUES ${values})`);
    await dumpPostgres(scratch, dump);
    return gone.length;
  } finally {
    // By force, since what an interruption ended may be connected for a moment more.
    await query(databaseUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`, { cleansUp: true });
  }
}

async function sameSessions(scratch: string, databaseUrl: string): Promise<Set<string>> {
  const heads = await rows(Heads, scratch, `session_id, seq, encode(chain, 'hex')`, lastEvents);
  if (heads.length === 0) return new Set();
  const values = heads.map(([session, seq, chain]) => `(${quoted(session)}, ${seq}, ${quoted(chain)})`).join(', ');
  const from = `events JOIN (VALUES ${values}) AS head (session_id, seq, chain) ON head.session_id = events.session_id
    AND head.seq = events.seq AND head.chain = encode(events.chain, 'hex')`;
  return new Set((await rows(z.array(z.tuple([z.string()])), databaseUrl, 'events.session_id', from)).map(([session]) => session));
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
