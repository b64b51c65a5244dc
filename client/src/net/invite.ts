/**
 * The secret of `#invite=…`, taken out of the address bar and the history before anything else happens,
 * so that it can't be shared with the page's address.
 */
export function takeInviteFromAddress(): string | null {
  const secret = new URLSearchParams(location.hash.slice(1)).get('invite');
  if (secret === null) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
