import { logRows } from './stored-log.ts';

export const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED';
export const COMMIT = 'COMMIT';
export const ROLLBACK = 'ROLLBACK';
/** Can't run within a transaction. */
export const VACUUM = 'VACUUM texts';

export const sql = {
  // A session's writers wait here for each other. Not FOR UPDATE, which would hold up the foreign keys of invites too.
  lockSession: 'SELECT seq, chain FROM sessions WHERE id = $1 FOR NO KEY UPDATE',
  // The first writer makes the row; who comes second waits for that and finds it.
  lockNewSession: `INSERT INTO sessions (id, seq, chain, summary) VALUES ($1, 0, $2, $3)
    ON CONFLICT (id) DO UPDATE SET seq = sessions.seq RETURNING seq, chain`,
  recorded: `SELECT person, command_id, seq, question_id FROM unnest($2::text[], $3::text[]) AS asked (by, id)
    JOIN commands ON session_id = $1 AND person = asked.by AND command_id = asked.id`,
  moveSession: 'UPDATE sessions SET seq = $2, chain = $3, summary = $4 WHERE id = $1',
  addEvents: `INSERT INTO events (session_id, seq, event, chain)
    SELECT $1, * FROM unnest($2::int[], $3::text[], $4::bytea[])`,
  addTexts: `INSERT INTO texts (session_id, id, salt, body)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[])`,
  eraseTexts: 'DELETE FROM texts WHERE session_id = $1 AND id = ANY ($2::text[])',
  addCommands: `INSERT INTO commands (session_id, person, command_id, seq, question_id)
    SELECT $1, * FROM unnest($2::text[], $3::text[], $4::int[], $5::text[])`,

  events: 'SELECT event FROM events WHERE session_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
  head: 'SELECT seq FROM sessions WHERE id = $1',
  texts: 'SELECT id, body FROM texts WHERE session_id = $1 AND id = ANY ($2::text[])',
  allTexts: 'SELECT id, body FROM texts WHERE session_id = $1',
  log: logRows('$1'),
  snapshot: 'SELECT seq, state FROM snapshots WHERE session_id = $1',
  saveSnapshot: `INSERT INTO snapshots AS old (session_id, seq, state) VALUES ($1, $2, $3)
    ON CONFLICT (session_id) DO UPDATE SET seq = excluded.seq, state = excluded.state WHERE excluded.seq > old.seq`,
  summaries: 'SELECT id, summary FROM sessions',

  putInvite: 'INSERT INTO invites (hash, session_id, role, expires_at) VALUES ($1, $2, $3, $4)',
  // BIGINT comes as text from the driver.
  lockInvite: 'SELECT session_id, role, expires_at::float8 AS expires_at, used_by FROM invites WHERE hash = $1 FOR UPDATE',
  useInvite: 'UPDATE invites SET used_by = $2 WHERE hash = $1',
  giveRole: 'INSERT INTO roles (session_id, person, role, given_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
  revokeUnusedInvites: 'DELETE FROM invites WHERE session_id IS NOT DISTINCT FROM $1 AND used_by IS NULL',
  revokeInvites: 'DELETE FROM invites WHERE session_id = $1 AND role = $2',
  revokeRoles: `DELETE FROM roles WHERE coalesce(session_id, '') = $1 AND role = $2`,
  hasRole: `SELECT 1 AS one FROM roles WHERE coalesce(session_id, '') = coalesce($1, '') AND person = $2 AND role = $3`,
} as const;
