export type Toast = {
  id: number;
  text: string;
  tone: 'info' | 'danger';
  /** One thing to do about it, "Undo" above all. */
  action?: { label: string; run: () => void };
};

type Listener = () => void;

const listeners = new Set<Listener>();
let toasts: readonly Toast[] = [];
let lastId = 0;
// More would cover the page; the oldest has been read by then.
const MOST = 3;

function set(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

export function showToast(toast: Omit<Toast, 'id' | 'tone'> & { tone?: Toast['tone'] }): number {
  const id = ++lastId;
  set([...toasts, { tone: 'info' as const, ...toast, id }].slice(-MOST));
  return id;
}

export function closeToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

export const toastStore = {
  get: () => toasts,
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
