import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can, type Role } from '@bedside/shared/roles.ts';
import type { Phase } from '@bedside/shared/view.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { DeskModel } from './use-desk.ts';

type SessionControlsProps = { phase: Phase; role: Role; waiting: number; send: DeskModel['send'] };

/** Who leads the session may open, pause and end it (rule S2); going live is the doctor's alone. */
export function SessionControls({ phase, role, waiting, send }: SessionControlsProps) {
  const { t } = useTranslation(['moderate', 'common']);
  const [asking, setAsking] = useState<'pause' | 'end' | null>(null);
  const [busy, setBusy] = useState(false);

  async function run(type: 'open-session' | 'pause-session' | 'end-session') {
    setBusy(true);
    const answer = await send({ type });
    setBusy(false);
    if (!answer.ok) showToast({ tone: 'danger', text: t(`common:error.${answer.error.code}`) });
  }

  const close = (isOpen: boolean) => !isOpen && setAsking(null);
  if (phase === 'ended' || !can(role, 'end-session')) return null;
  return (
    <>
      {phase === 'scheduled' && (
        <Button variant="primary" icon="question" isPending={busy} onPress={() => void run('open-session')}>
          {t('session.open')}
        </Button>
      )}
      {phase === 'live' && (
        <Button icon="pause" isPending={busy} onPress={() => setAsking('pause')}>
          {t('session.pause')}
        </Button>
      )}
      <Button icon="stop" onPress={() => setAsking('end')}>
        {t('session.end')}
      </Button>
      <ConfirmDialog
        title={t('session.pauseTitle')}
        isOpen={asking === 'pause'}
        onOpenChange={close}
        confirm={t('session.pauseConfirm')}
        cancel={t('session.keep')}
        onConfirm={() => void run('pause-session')}
      >
        <p>{t('session.pauseText')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        title={t('session.endTitle')}
        isOpen={asking === 'end'}
        onOpenChange={close}
        confirm={t('session.endConfirm')}
        cancel={t('session.keep')}
        danger
        onConfirm={() => void run('end-session')}
      >
        <p>{t('session.endText')}</p>
        {waiting > 0 && <p>{t('session.endWaiting', { count: waiting })}</p>}
      </ConfirmDialog>
    </>
  );
}
