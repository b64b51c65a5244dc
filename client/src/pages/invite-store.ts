import { createStore } from '../net/store.ts';
import { takeInviteFromAddress } from '../net/invite.ts';

const pending = createStore<string | null>(null);

/** Takes `#invite=…` from the address now, and whenever one is pasted into the address bar of the open page. */
export function watchForInvites(): void {
  const take = () => {
    const secret = takeInviteFromAddress();
    if (secret !== null) pending.set(secret);
  };
  take();
  addEventListener('hashchange', take);
}

/** The secret that waits to be exchanged, kept in memory alone. */
export const pendingInvite = { get: pending.get, subscribe: pending.subscribe, clear: () => pending.set(null) };
