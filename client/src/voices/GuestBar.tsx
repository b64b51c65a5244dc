import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { can } from '@bedside/shared/roles.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { useSend, useSession } from '../net/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/toasts.ts';
import styles from './GuestBar.module.css';

/** Whoever is on the way to the stage or on it, with what may be done about it. */
export function GuestBar({ session }: { session: SessionView }) {
  const { t } = useTranslation(['voices', 'common']);
  const send = useSend();
  const { role } = useSession();
  const { guest } = session;
  if (!guest) return null;
  const { handId, stage, name } = guest;
  const act = async (command: SessionCommand, done?: string) => {
    const answer = await send(command);
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    else if (done !== undefined) showToast({ text: done });
  };
  return (
    <div className={styles.bar} role="group" aria-label={t('role.guest')}>
      <p className={styles.who}>
        <Icon name="people" size={1.125} />
        <span>
          <strong dir="auto">{name ?? t('aPatient')}</strong> {t(`guest.${stage}`)}
        </span>
      </p>
      <div className={styles.actions}>
        {stage === 'ready' && can(role, 'admit-guest') && (
          <Button size="sm" variant="primary" icon="check" onPress={() => void act({ type: 'admit-guest', handId })}>
            {t('guest.admit')}
          </Button>
        )}
        {can(role, 'remove-guest') && (
          <Button
            size="sm"
            variant={stage === 'on-stage' ? 'danger' : 'secondary'}
            icon="close"
            onPress={() => void act({ type: 'remove-guest', handId }, t('guest.removed'))}
          >
            {t(stage === 'invited' ? 'guest.withdraw' : 'guest.remove')}
          </Button>
        )}
      </div>
    </div>
  );
}
