import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/**
 * A part that only helps: loaded when it is first open, shown when it is there, and missed by nobody where it can't be
 * loaded. It is asked for anew when it opens again.
 */
export function lazyHelp<P extends { isOpen: boolean }>(load: () => Promise<ComponentType<P>>): (props: P) => ReactNode {
  return function Help(props: P) {
    const { isOpen } = props;
    const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
    useEffect(() => {
      if (!isOpen || Loaded) return;
      let left = false;
      load().then(
        // An element's type is a function too: wrapped, so that React keeps it and doesn't call it.
        (part) => !left && setLoaded(() => part),
        () => {},
      );
      return () => {
        left = true;
      };
    }, [isOpen, Loaded]);
    return Loaded && <Loaded {...props} />;
  };
}
