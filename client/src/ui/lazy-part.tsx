import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { soon } from './soon.ts';

type Opened = { isOpen: boolean };

/** Milliseconds after which a part that is still on its way counts as missing, until it comes. */
const SLOW_MS = 3000;

/**
 * A part, a dialog above all, that is loaded apart from the page, mounted when it is first open, and kept, so that it can also
 * leave gracefully. One that can't be loaded takes nothing else with it: `Without` stands in for it, by default words and
 * a button that asks for it anew.
 */
export function lazyPart<P extends Opened>(load: () => Promise<ComponentType<P>>, Without?: ComponentType<P>): (props: P) => ReactNode {
  const loadNow = soon(load);
  return function Part(props: P) {
    const { isOpen } = props;
    const [Loaded, setLoaded] = useState<ComponentType<P> | null>(null);
    const [missing, setMissing] = useState(false);
    const [tries, setTries] = useState(0);

    useEffect(() => {
      if (!isOpen || Loaded) return;
      let left = false;
      const miss = () => {
        if (!left) setMissing(true);
      };
      const slow = setTimeout(miss, SLOW_MS);
      // An element's type is a function too: wrapped, so that React keeps it and doesn't call it.
      loadNow().then((part) => !left && setLoaded(() => part), miss);
      return () => {
        left = true;
        clearTimeout(slow);
      };
    }, [isOpen, Loaded, tries]);

    if (Loaded) return <Loaded {...props} />;
    if (!missing || !isOpen) return null;
    const again = () => {
      setMissing(false);
      setTries(tries + 1);
    };
    return Without ? <Without {...props} /> : <Missing onRetry={again} />;
  };
}

function Missing({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('common');
  const retry = (
    <Button size="sm" icon="refresh" onPress={onRetry}>
      {t('action.retry')}
    </Button>
  );
  return (
    <Banner tone="warn" live actions={retry}>
      {t('error.unavailable')}
    </Banner>
  );
}
