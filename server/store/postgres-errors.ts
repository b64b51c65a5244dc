import { DatabaseError } from 'pg';
import { StoreUnavailable } from './store.ts';

// SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) of a server that refuses, not of a wrong
// statement: connection, authorisation, no such database, resources, operator's intervention, system, read-only, a
// transaction or statement that took too long.
const REFUSALS = /^(?:08...|28...|3D000|53...|57P..|57014|58...|25006|25P0[34]|55P03)$/;

// Serialisation failure and deadlock: the same transaction may do better the next time.
const AGAIN = /^40(?:001|P01)$/;

/** Of Node or Postgres; empty where there is none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const mayBeTriedAgain = (error: unknown) => error instanceof DatabaseError && AGAIN.test(codeOf(error));

/** The constraint that a row would have broken, null if that was not the trouble. */
export function brokenUniqueness(error: unknown): string | null {
  return error instanceof DatabaseError && error.code === '23505' ? (error.constraint ?? null) : null;
}

/**
 * What a call of the driver rejected with: `StoreUnavailable` where the server or the way to it refused, with a code
 * for the log (`PG 57P01`, `PG ECONNREFUSED`), else the error itself.
 */
export function failureOf(error: unknown): Error {
  if (error instanceof StoreUnavailable) return error;
  if (error instanceof DatabaseError) return REFUSALS.test(codeOf(error)) ? refusal(error, codeOf(error)) : error;
  // Whatever else the driver says is of the connection, mostly without a code.
  if (!(error instanceof Error)) return new StoreUnavailable('the connection failed', 'PG');
  return refusal(error, codeOf(error) || (/timeout/i.test(error.message) ? 'timeout' : 'disconnected'));
}

export const refusal = (error: unknown, code: string) =>
  Object.assign(new StoreUnavailable('the database refused or could not be reached', `PG ${code}`), { cause: error });

const SENTENCES: readonly [codes: RegExp, sentence: string][] = [
  [/^PG (ECONNREFUSED|ENOENT)$/, 'nothing answers there'],
  [/^PG (ENOTFOUND|EAI_AGAIN)$/, 'there is no host of that name'],
  [/^PG (timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/, 'it does not answer'],
  [/^PG 28/, 'it refuses the user, the password or the address of this machine'],
  [/^PG 3D000$/, 'there is no such database'],
  [/^PG 53300$/, 'it has too many connections'],
  [/^PG 57P03$/, 'it is starting up or shutting down'],
  [/^PG 25006$/, 'it can only be read, as a standby'],
  [/^PG .*(CERT|SIGNED|SIGNATURE|ERR_TLS)/, 'its certificate is not trusted'],
  [/^PG disconnected$/, 'it breaks off the connection: does it speak TLS, if DATABASE_URL asks for that?'],
  [/^ENOENT$/, 'a file that DATABASE_URL names is not there'],
  [/^42501$/, 'its user may not create tables there: make it the owner of the database'],
  [/^42P07$/, 'there are tables of another program: Bedside needs a database of its own'],
];

/** Why a database can't be opened, for the operator. Postgres's own words stay out: they name users. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof UnfitDatabase) return error.message;
  const code = codeOf(error);
  return SENTENCES.find(([codes]) => codes.test(code))?.[1] ?? (code || error.name);
}

/** A database that answers, and that this program can't use. The message is for the operator. */
export class UnfitDatabase extends Error {}
