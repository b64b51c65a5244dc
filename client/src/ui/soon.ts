// After the first paint and the first connection.
const AFTER_MS = 1500;

/**
 * For `lazy`: loads a part that the first paint does not need, dialogs above all, by itself soon after, so
 * that it is there when it is wanted, even if the network is not.
 */
export function soon<T>(load: () => Promise<T>): () => Promise<T> {
  setTimeout(() => {
    // Wanted later, it is asked for again, and a failure is then shown.
    load().catch(() => {});
  }, AFTER_MS);
  return load;
}
