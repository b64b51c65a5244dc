import * as z from 'zod/mini';
import type { Channel, CommandType } from './commands.ts';

/** Who moderates: a screener looks at every question, a reviewer is a clinician, a moderator leads them. */
export const StaffRole = z.enum(['screener', 'reviewer', 'moderator']);
export type StaffRole = z.infer<typeof StaffRole>;

/** Who stands beside the doctor by invitation. */
const StageRole = z.enum(['cohost', 'interpreter']);

/** What a person may be in one session. `organiser` is for the whole installation. */
export const Role = z.enum(['viewer', ...StaffRole.options, 'captioner', 'host', ...StageRole.options]);
export type Role = z.infer<typeof Role>;

/** What an invite gives: a role in one session, or `organiser` of the whole installation. */
export const GivenRole = z.enum([...StaffRole.options, 'captioner', 'host', ...StageRole.options, 'organiser']);
export type GivenRole = z.infer<typeof GivenRole>;
/** A role in one session that somebody has to be given. */
export type SessionRole = Exclude<GivenRole, 'organiser'>;

export const isStaff = (actor: Actor): actor is StaffRole => StaffRole.options.some((role) => role === actor);

/**
 * `system` is the server itself: the media layer reporting what happened to the stream. `caption-service` is whoever has a session's
 * caption URL.
 */
export type Actor = Role | 'organiser' | 'system' | 'caption-service';

/** Whose view of the log: see `visible` on the server. */
export const Audience = z.enum(['public', 'presenter', 'staff']);
export type Audience = z.infer<typeof Audience>;

export const audienceOf: Record<Role, Audience> = {
  viewer: 'public',
  screener: 'staff',
  reviewer: 'staff',
  moderator: 'staff',
  captioner: 'public',
  host: 'presenter',
  cohost: 'presenter',
  interpreter: 'public',
};

/** On which channel whoever is in a role sends, if on any: nobody names another (rule T2). */
export const sendsOn: Record<Role, Channel | null> = {
  viewer: 'guest',
  screener: null,
  reviewer: null,
  moderator: null,
  captioner: null,
  host: 'main',
  cohost: 'cohost',
  interpreter: 'interpreter',
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
  | 'audit:read'
  | 'outputs:status'
  | 'recordings:read'
  | 'recordings:erase'
  | 'captions:read'
  | 'glossary:read'
  | 'captions:ingest';

const everyone: readonly Actor[] = Role.options;
const screening: readonly Actor[] = StaffRole.options;
const leading: readonly Actor[] = ['moderator', 'host'];
/** Who answers questions on stage. */
const presenting: readonly Actor[] = ['host', 'cohost'];
const captioning: readonly Actor[] = ['captioner', ...leading];

/** The one table of who may do what. Rules A1 to A4 of SPEC.md. */
const table: Record<Action, readonly Actor[]> = {
  'session:list': everyone,
  'session:join': everyone,
  'invite:exchange': everyone,
  'audit:read': ['moderator'],
  'outputs:status': leading,
  'recordings:read': leading,
  'recordings:erase': leading,
  'captions:read': everyone,
  'glossary:read': captioning,
  'captions:ingest': ['caption-service'],
  'session:schedule': ['organiser'],
  'media:watch': everyone,
  'media:publish': ['viewer', 'host', 'cohost', 'interpreter'],
  'schedule-session': ['organiser'],
  'open-session': leading,
  'go-live': ['host'],
  'start-rehearsal': ['host'],
  'stop-rehearsal': ['host'],
  'pause-session': leading,
  'end-session': leading,
  'submit-question': everyone,
  'withdraw-question': everyone,
  'cast-vote': everyone,
  'approve-question': screening,
  'decline-question': screening,
  'undo-review': screening,
  'start-answer': presenting,
  'finish-answer': presenting,
  'skip-question': presenting,
  'requeue-question': ['reviewer', ...presenting],
  'pin-question': [...screening, ...presenting],
  'unpin-question': [...screening, ...presenting],
  'set-track': ['viewer', 'host', 'cohost', 'interpreter'],
  'set-layout': ['host'],
  'review-questions': screening,
  'send-to-clinician': screening,
  'edit-question': screening,
  'erase-original': screening,
  'object-to-edit': everyone,
  'claim-question': screening,
  'release-question': screening,
  'reply-to-asker': screening,
  'publish-answer': ['reviewer', ...presenting],
  'save-reply': screening,
  'delete-reply': screening,
  'introduce-self': screening,
  'merge-question': screening,
  'unmerge-question': screening,
  'report-question': everyone,
  'dismiss-reports': screening,
  'confirm-emergency': everyone,
  'confirm-hand-emergency': ['viewer'],
  'restrict-asker': screening,
  'lift-restriction': screening,
  'set-review-policy': ['moderator'],
  'set-slow-mode': screening,
  'lock-queue': screening,
  'unlock-queue': screening,
  'close-emergency': leading,
  'reopen-session': ['moderator'],
  'set-ingest': ['host'],
  'set-output': leading,
  'add-target': leading,
  'set-target': leading,
  'remove-target': leading,
  'cut-outputs': leading,
  'delay-outputs': leading,
  'raise-hand': ['viewer'],
  'lower-hand': ['viewer'],
  'dismiss-hand': screening,
  'invite-guest': screening,
  'consent-to-stage': ['viewer'],
  'admit-guest': [...screening, 'host'],
  'remove-guest': [...screening, ...presenting],
  'set-voice': leading,
  'introduce-voice': ['cohost', 'interpreter'],
  'free-stage': ['system'],
  'add-caption': ['captioner', 'host'],
  'correct-caption': captioning,
  'remove-caption': captioning,
  'set-caption-source': leading,
  'decline-captions': leading,
  'set-term': captioning,
  'remove-term': captioning,
  'make-caption-link': leading,
  'revoke-caption-link': leading,
  'ingest-caption': ['caption-service'],
  'start-stream': ['system'],
  'lose-stream': ['system'],
  'stop-stream': ['system'],
};

export function can(actor: Actor, action: Action): boolean {
  return table[action].includes(actor);
}

/** Every action of the table, for tests that try the whole matrix. */
export const actions: readonly Action[] = Object.keys(table).filter((key): key is Action => key in table);
