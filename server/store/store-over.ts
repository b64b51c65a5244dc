import type { Operation } from './sqlite-database.ts';
import type { Store } from './store.ts';

/**
 * A store whose calls are sent somewhere as `Request`s: here alone the result is believed to have the type of
 * what was asked, since both ends are this program and what comes from a file was parsed there.
 */
// oxlint-disable-next-line typescript/no-explicit-any
export function storeOver(send: (request: any) => any, close: () => Promise<void>): Store {
  let asked = 0;
  const ask =
    <K extends Operation>(name: K) =>
    (...args: Parameters<Store[K]>): ReturnType<Store[K]> =>
      // oxlint-disable-next-line typescript/no-unsafe-return
      send({ id: ++asked, name, args });
  return {
    append: ask('append'),
    events: ask('events'),
    head: ask('head'),
    commandAnswer: ask('commandAnswer'),
    texts: ask('texts'),
    allTexts: ask('allTexts'),
    verifyChain: ask('verifyChain'),
    snapshot: ask('snapshot'),
    saveSnapshot: ask('saveSnapshot'),
    summaries: ask('summaries'),
    putInvite: ask('putInvite'),
    exchangeInvite: ask('exchangeInvite'),
    revokeUnusedInvites: ask('revokeUnusedInvites'),
    revokeRole: ask('revokeRole'),
    hasRole: ask('hasRole'),
    close,
  };
}
