import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { useNow } from '../ui/clock.tsx';
import { EmergencyButton } from '../ui/Notice.tsx';
import { timeOrDay } from '../ui/time.ts';
import { Problem } from './Problem.tsx';

/**
 * What a person reads whom moderators have taken out of the session (rule H2): calmly, until when, and where help is.
 * `retryAfterMs` counts from when this is first shown; without it there is no coming back.
 */
export function Removed({ retryAfterMs, onReturn }: { retryAfterMs: number | undefined; onReturn: () => void }) {
  const { t, i18n } = useTranslation('common');
  const now = useNow(1000);
  const [until] = useState(() => (retryAfterMs === undefined ? null : Date.now() + retryAfterMs));
  const over = until !== null && now >= until;
  const text = (
    <>
      <p>{t('removed.lead')}</p>
      <p>
        {until === null
          ? t('removed.forGood')
          : over
            ? t('removed.over')
            : t('removed.until', { when: timeOrDay(until, now, i18n.language) })}
      </p>
      <p>{t('removed.help')}</p>
    </>
  );
  const actions = (
    <>
      {over && (
        <Button variant="primary" onPress={onReturn}>
          {t('removed.return')}
        </Button>
      )}
      <EmergencyButton />
    </>
  );
  return <Problem kind="removed" text={text} actions={actions} />;
}
