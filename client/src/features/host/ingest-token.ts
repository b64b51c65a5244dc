const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** 256 random bits, and their SHA-256, both base64url; null where the page is not secure, and the browser makes no hash. */
export async function newToken(): Promise<{ token: string; hash: string } | null> {
  // What a page without HTTPS lacks: https://www.w3.org/TR/webcrypto-2/
  if (!isSecureContext) return null;
  const token = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)));
  return { token, hash: base64url(hash) };
}
