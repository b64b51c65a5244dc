/**
 * Texts that were taken out of a backup since they were erased after it (rule B3): its log does not know that yet. Also made in
 * backups of before there was this table.
 */
export const textsTakenOut = `CREATE TABLE IF NOT EXISTS texts_taken_out (
    session_id TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT, WITHOUT ROWID;`;

/**
 * SQLite's schema, one step a version (`PRAGMA user_version`). A step that has been released is never changed.
 * Ids are the program's own text; times are milliseconds since 1970.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    summary TEXT NOT NULL CHECK (json_valid(summary))
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    seq INTEGER NOT NULL CHECK (seq > 0),
    -- Canonical JSON, as the chain hashes it.
    event TEXT NOT NULL,
    chain BLOB NOT NULL,
    PRIMARY KEY (session_id, seq)
  ) STRICT;

  CREATE TABLE commands (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    person TEXT NOT NULL,
    command_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    question_id TEXT,
    PRIMARY KEY (session_id, person, command_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE texts (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    id TEXT NOT NULL,
    salt TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session_id, id)
  ) STRICT;

  CREATE TABLE snapshots (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id),
    seq INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;

  -- Without a session: for the whole installation.
  CREATE TABLE invites (
    hash TEXT PRIMARY KEY,
    session_id TEXT REFERENCES sessions (id),
    role TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE roles (
    session_id TEXT REFERENCES sessions (id),
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    given_at INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX roles_once ON roles (coalesce(session_id, ''), person, role);
  `,
  `
  -- Commands' ids begin with their time: by id first, the rows of a batch lie together.
  CREATE TABLE commands_by_id (
    session_id TEXT NOT NULL REFERENCES sessions (id),
    command_id TEXT NOT NULL,
    person TEXT NOT NULL,
    seq INTEGER NOT NULL,
    question_id TEXT,
    PRIMARY KEY (session_id, command_id, person)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO commands_by_id (session_id, command_id, person, seq, question_id)
    SELECT session_id, command_id, person, seq, question_id FROM commands ORDER BY session_id, command_id, person;
  DROP TABLE commands;
  ALTER TABLE commands_by_id RENAME TO commands;
  `,
  `
  -- The log's end, so that one that was cut short there is seen to be. Of what is there, as far as anything knows it.
  ALTER TABLE sessions ADD COLUMN seq INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE sessions ADD COLUMN chain BLOB NOT NULL DEFAULT x'';
  UPDATE sessions SET
    seq = max(
      1,
      coalesce((SELECT max(seq) FROM events WHERE session_id = sessions.id), 0),
      coalesce((SELECT max(seq) FROM commands WHERE session_id = sessions.id), 0),
      coalesce((SELECT seq FROM snapshots WHERE session_id = sessions.id), 0)
    ),
    chain = coalesce((SELECT chain FROM events WHERE session_id = sessions.id ORDER BY seq DESC LIMIT 1), x'');
  ${textsTakenOut}
  `,
];
