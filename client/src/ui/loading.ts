/** A part that is loaded apart from the page: null until it is there. */
export type Loaded<T> = {
  part: T | null;
  /** It could not be loaded, or is slow to come. */
  missing: boolean;
  /** It is on its way. */
  coming: boolean;
};

export type Loading<T> = {
  get(): Loaded<T>;
  subscribe(listener: () => void): () => void;
  /** Asks for it, unless it is there or on its way. */
  want(): void;
};

/** Milliseconds after which a part that is still on its way counts as missing, until it comes. */
const SLOW_MS = 3000;

/** Loads once, for whoever wants it. What failed is asked for anew when it is wanted again, and when the network is back. */
export function createLoading<T>(load: () => Promise<T>, network: Pick<EventTarget, 'addEventListener'> = globalThis): Loading<T> {
  const listeners = new Set<() => void>();
  let state: Loaded<T> = { part: null, missing: false, coming: false };

  function set(next: Partial<Loaded<T>>) {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  }

  function want() {
    if (state.coming || state.part !== null) return;
    set({ coming: true });
    const slow = setTimeout(() => set({ missing: true }), SLOW_MS);
    load().then(
      (part) => {
        clearTimeout(slow);
        set({ part, missing: false, coming: false });
      },
      () => {
        clearTimeout(slow);
        set({ missing: true, coming: false });
        network.addEventListener('online', want, { once: true });
      },
    );
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    want,
  };
}
