import type { CommandId, PersonId, QuestionId, SessionId, TextId } from '@bedside/shared/ids.ts';
import type { GivenRole, SessionRole } from '@bedside/shared/roles.ts';
import type { SessionSummary } from '@bedside/shared/view.ts';
import type { Event } from '../session/events.ts';

/** What a command was answered when it was first carried out. */
export type CommandAnswer = { seq: number; questionId?: QuestionId };

export type CommandRecord = { person: PersonId; commandId: CommandId; answer: CommandAnswer };

/** What a person wrote. The salt goes with the body, so that an erased text can't be guessed from its digest. */
export type Text = { id: TextId; salt: string; body: string };

export type Append = {
  sessionId: SessionId;
  /** The log's end as the writer knows it; another end is a `seq` conflict. */
  after: number;
  /** Numbered from `after + 1`, without gaps. None where commands change nothing and only their answers are kept. */
  events: readonly Event[];
  texts: readonly Text[];
  /** Texts of this session that are gone for good once these events are durable (rule A9). */
  erase: readonly TextId[];
  commands: readonly CommandRecord[];
  /** The session as lists show it after these events. */
  summary: SessionSummary;
};

export type AppendResult =
  | { ok: true }
  /** Somebody else appended first: read on, decide again. Nothing was written. */
  | { ok: false; conflict: 'seq' }
  /** These of the commands were carried out before (told before any `seq` conflict). Nothing was written. */
  | { ok: false; conflict: 'command'; recorded: CommandRecord[] };

export type Invite = {
  /** SHA-256 of the secret, base64url. */
  hash: string;
  /** Null for the whole installation (organiser). */
  sessionId: SessionId | null;
  role: GivenRole;
  expiresAt: number;
};

export type ExchangeResult =
  | { ok: true; sessionId: SessionId | null; role: Invite['role'] }
  | { ok: false; why: 'unknown' | 'used' | 'expired' };

/**
 * The database: SQLite for one node, Postgres for many. Every implementation passes store.contract.ts.
 * Each method is one transaction and resolves when it is durable; it rejects with `StoreUnavailable`
 * when the disk or the connection refused. Then nothing was written, unless a connection was lost or gave no answer
 * while it committed, which leaves that unknown: the same command, sent again, is carried out or gets its first answer.
 */
export interface Store {
  append(append: Append): Promise<AppendResult>;
  /** Events with `seq > after`, in order, `most` of them at most (null: all). */
  events(sessionId: SessionId, after: number, most?: number | null): Promise<Event[]>;
  /** Newest `seq`, 0 for a session that does not exist. */
  head(sessionId: SessionId): Promise<number>;
  /** Null if the person's command was never carried out. */
  commandAnswer(sessionId: SessionId, person: PersonId, commandId: CommandId): Promise<CommandAnswer | null>;
  /** The bodies that still exist; an erased one is absent. */
  texts(sessionId: SessionId, ids: readonly TextId[]): Promise<Map<TextId, string>>;
  /** Every text of a session, for a node that opens it. */
  allTexts(sessionId: SessionId): Promise<Map<TextId, string>>;
  /** Re-computes the hash chain up to the log's end as its session knows it; the `seq` of the first event that does not fit, or null. */
  verifyChain(sessionId: SessionId): Promise<number | null>;
  snapshot(sessionId: SessionId): Promise<{ seq: number; state: unknown } | null>;
  /** Keeps the newest only: one that is older than what is there is dropped. */
  saveSnapshot(sessionId: SessionId, seq: number, state: unknown): Promise<void>;
  summaries(): Promise<SessionSummary[]>;
  /** The invite's session must exist. */
  putInvite(invite: Invite): Promise<void>;
  /** Marks the invite as this person's and gives the role, in one transaction (rule A3). */
  exchangeInvite(hash: string, person: PersonId, now: number): Promise<ExchangeResult>;
  /** Deletes a session's unused invites (null: the installation's). */
  revokeUnusedInvites(sessionId: SessionId | null): Promise<void>;
  /** Takes a role in a session from everybody, and deletes its invites, used or not (rule A3). */
  revokeRole(sessionId: SessionId, role: SessionRole): Promise<void>;
  hasRole(sessionId: SessionId | null, person: PersonId, role: Invite['role']): Promise<boolean>;
  close(): Promise<void>;
}

export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** Why, for the log: `SQLITE_FULL 13`, `PG 57P01` (an SQLSTATE), `PG ECONNREFUSED`; null where there is no code. */
  readonly code: string | null;

  constructor(message: string, code: string | null = null) {
    super(message);
    this.code = code;
  }
}
