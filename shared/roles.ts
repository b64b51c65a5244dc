import * as z from 'zod/mini';
import type { CommandType } from './commands.ts';

/** What a person may be in one session. `organiser` is for the whole installation. */
export const Role = z.enum(['viewer', 'moderator', 'host']);
export type Role = z.infer<typeof Role>;

/** `system` is the server itself: the media layer reporting what happened to the stream. */
export type Actor = Role | 'organiser' | 'system';

/** Whose view of the log: see `visible` on the server. */
export const Audience = z.enum(['public', 'presenter', 'staff']);
export type Audience = z.infer<typeof Audience>;

export const audienceOf: Record<Role, Audience> = {
  viewer: 'public',
  moderator: 'staff',
  host: 'presenter',
};

/** What may be asked of the server beside the commands of a session's log. */
export type Action =
  | CommandType
  | 'session:join'
  | 'media:watch'
  | 'media:publish'
  | 'invite:exchange'
  | 'session:list'
  | 'session:schedule'
  | 'audit:read';

const everyone: readonly Actor[] = ['viewer', 'moderator', 'host'];
const staff: readonly Actor[] = ['moderator', 'host'];

/** The one table of who may do what. Rules A1 to A4 of SPEC.md. */
const table: Record<Action, readonly Actor[]> = {
  'session:list': everyone,
  'session:join': everyone,
  'invite:exchange': everyone,
  'audit:read': ['moderator'],
  'session:schedule': ['organiser'],
  'media:watch': everyone,
  'media:publish': ['host'],
  'schedule-session': ['organiser'],
  'open-session': staff,
  'go-live': ['host'],
  'pause-session': staff,
  'end-session': staff,
  'submit-question': everyone,
  'withdraw-question': everyone,
  'cast-vote': everyone,
  'approve-question': ['moderator'],
  'decline-question': ['moderator'],
  'undo-review': ['moderator'],
  'start-answer': ['host'],
  'finish-answer': ['host'],
  'skip-question': ['host'],
  'requeue-question': ['host'],
  'pin-question': staff,
  'unpin-question': staff,
  'set-track': ['host'],
  'start-stream': ['system'],
  'lose-stream': ['system'],
  'stop-stream': ['system'],
};

export function can(actor: Actor, action: Action): boolean {
  return table[action].includes(actor);
}

/** Every action of the table, for tests that try the whole matrix. */
export const actions: readonly Action[] = Object.keys(table).filter((key): key is Action => key in table);
