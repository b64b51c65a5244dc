import { type ComponentType, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { createLoading, type Loading } from './loading.ts';
import { soon } from './soon.ts';

type Opened = { isOpen: boolean };
export type MissingProps = { onRetry: () => void; isComing: boolean };

/**
 * A part, a dialog above all, that is loaded apart from the page, mounted when it is first open, and kept, so that it can also
 * leave gracefully. One that can't be loaded takes nothing else with it: `Without` stands in for it, by default words and
 * a button that asks for it anew.
 */
export const lazyPart = <P extends Opened>(
  load: () => Promise<ComponentType<P>>,
  Without: ComponentType<P & MissingProps> = Missing,
): ((props: P) => ReactNode) => partOf(createLoading(soon(load)), Without, () => null);

/** Milliseconds of rest after which a part that could not be loaded is asked for anew. */
const REST_MS = 1000;

/**
 * A part that only helps: loaded when it is first open, shown when it is there, and missed by nobody where it can't be
 * loaded. It is asked for anew whenever what it helps with has changed and then rested.
 */
export const lazyHelp = <P extends Opened>(
  load: () => Promise<ComponentType<P>>,
  helpsWith: (props: P) => unknown,
): ((props: P) => ReactNode) => partOf(createLoading(load), null, helpsWith);

function partOf<P extends Opened>(
  loading: Loading<ComponentType<P>>,
  Without: ComponentType<P & MissingProps> | null,
  wishOf: (props: P) => unknown,
) {
  return function Part(props: P) {
    const { isOpen } = props;
    const { part: Loaded, missing, coming } = useSyncExternalStore(loading.subscribe, loading.get);
    const wish = wishOf(props);
    useEffect(() => {
      if (isOpen) loading.want();
    }, [isOpen]);
    useEffect(() => {
      if (!isOpen || !loading.get().missing) return;
      const timer = setTimeout(loading.want, REST_MS);
      return () => clearTimeout(timer);
    }, [isOpen, wish]);

    if (Loaded) return <Loaded {...props} />;
    return missing && isOpen && Without ? <Without {...props} onRetry={loading.want} isComing={coming} /> : null;
  };
}

/** What stands in for a part: that it is not there, and a way to ask for it. */
export function Missing({ onRetry, isComing }: MissingProps) {
  const { t } = useTranslation('common');
  const retry = (
    <Button size="sm" icon="refresh" isPending={isComing} onPress={onRetry}>
      {t('action.retry')}
    </Button>
  );
  return (
    <Banner tone="warn" live actions={retry}>
      {t('error.unavailable')}
    </Banner>
  );
}
