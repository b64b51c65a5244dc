import type { IncomingMessage } from 'node:http';
import { addressOf } from '../addresses.ts';
import type { Identities } from '../auth/identity.ts';
import type { Caller } from '../auth/limiter.ts';

/** Who asks, as a cookie of ours says, and from where. */
export const callerOf = (request: IncomingMessage, identities: Pick<Identities, 'read'>, hops: number): Caller => ({
  person: identities.read(request.headers.cookie)?.person ?? null,
  address: addressOf(request, hops),
});
