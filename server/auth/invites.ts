import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from '@bedside/shared/errors.ts';
import type { PersonId, SessionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { SessionRole } from '@bedside/shared/roles.ts';
import type { Invite, Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

const refusals = {
  unknown: ['invite-invalid', 'no such invite'],
  used: ['invite-used', 'somebody else has used this invite'],
  expired: ['invite-expired', 'this invite has expired'],
} as const;

/** Invites: 32 random bytes that whoever presents them first turns into a role; only their SHA-256 is kept (rule A3). */
export function createInvites(options: { store: Pick<Store, 'putInvite' | 'exchangeInvite' | 'summaries'>; now: () => number }) {
  const { store, now } = options;

  /** When its days begin: a session's staff are often invited long before it starts. */
  async function validFrom(sessionId: SessionId): Promise<number> {
    const session = (await store.summaries()).find(({ id }) => id === sessionId);
    return Math.max(now(), session?.startsAt ?? 0);
  }

  async function issue(sessionId: SessionId | null, role: Invite['role']): Promise<string> {
    const secret = randomBytes(32).toString('base64url');
    const from = sessionId === null ? now() : await validFrom(sessionId);
    await store.putInvite({ hash: hashOf(secret), sessionId, role, expiresAt: from + limits.inviteDays * DAY_MS });
    return secret;
  }

  return {
    /** A link for the doctor or a moderator. The secret is in the fragment, which browsers keep to themselves. */
    async staffLink(origin: string, sessionId: SessionId, role: SessionRole): Promise<string> {
      return `${origin}/s/${sessionId}?as=${role}#invite=${await issue(sessionId, role)}`;
    },
    /** A link to the page that schedules sessions. */
    async organiserLink(origin: string): Promise<string> {
      return `${origin}/new#invite=${await issue(null, 'organiser')}`;
    },
    viewerLink: (origin: string, sessionId: SessionId) => `${origin}/s/${sessionId}`,
    /** The role that the secret stands for, now this person's. Throws `Refusal('invite-…')`. */
    async exchange(secret: string, person: PersonId): Promise<{ sessionId: SessionId | null; role: Invite['role'] }> {
      const result = await store.exchangeInvite(hashOf(secret), person, now());
      if (!result.ok) {
        const [code, message] = refusals[result.why];
        throw new Refusal(code, message);
      }
      return { sessionId: result.sessionId, role: result.role };
    },
  };
}
export type Invites = ReturnType<typeof createInvites>;
