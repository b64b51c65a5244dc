import { type ReactNode, Suspense, useState } from 'react';

/** Mounts a lazy part when it is first shown, and keeps it, so that it can also leave gracefully. */
export function LazyPart({ show, children }: { show: boolean; children: ReactNode }) {
  const [wanted, setWanted] = useState(show);
  if (show && !wanted) setWanted(true);
  return wanted && <Suspense fallback={null}>{children}</Suspense>;
}
