import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/Banner.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';

const SLOW_MS = 4000;

/** While a session is joined, or the part for a role loaded. */
export function Entering() {
  const { t } = useTranslation('common');
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Page>
      <Skeleton lines={5} label={t('connection.connecting')} />
      {slow && (
        <Banner tone="warn" live>
          {t('connection.slow')}
        </Banner>
      )}
    </Page>
  );
}
