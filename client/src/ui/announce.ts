type Listener = (text: string, urgency: 'polite' | 'assertive') => void;

let listener: Listener | null = null;

/** Connects the page's one pair of live regions. */
export function onAnnounce(next: Listener): () => void {
  listener = next;
  return () => {
    if (listener === next) listener = null;
  };
}

/** Has a screen reader say `text` once. `assertive` interrupts: only for what can't wait. */
export function announce(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
  listener?.(text, urgency);
}
