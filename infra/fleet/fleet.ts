import { join } from 'node:path';
import { createIdentities } from '../../server/auth/identity.ts';
import { loadSecrets } from '../../server/auth/secrets.ts';
import { startAsked } from './asked.ts';
import { asks } from './messages.ts';

/** Patients' pages without a screen in one process of their own: a socket each, and pages' manners of coming back. */
export const startFleet = () => startAsked(join(import.meta.dirname, 'process.ts'), asks);
export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/** Cookie headers of so many people that a server knows whose secrets are in `secretsFile`, as if each had visited it. */
export function cookiesFor(secretsFile: string, count: number): string[] {
  const identities = createIdentities({ keys: loadSecrets(secretsFile).keys, secure: false, now: Date.now });
  return Array.from({ length: count }, () => identities.issue().cookie.split(';')[0] ?? '');
}
