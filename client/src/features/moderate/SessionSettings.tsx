import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReviewPolicy, type SessionCommand } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { can, type Role } from '@bedside/shared/roles.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { HeldBack as Held } from './held-back.ts';
import { HeldBack } from './HeldBack.tsx';

const paces = ['0', '30', '60', '120', '300', '600'] as const;

type SessionSettingsProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  session: SessionView;
  role: Role;
  /** Sends, and says so where it is refused. */
  send: (command: SessionCommand) => void;
  held: readonly Held[];
  onLift: (id: QuestionId) => void;
};

/** What holds for the whole session: who approves, how fast questions may come, and the brake for when things go wrong. */
export function SessionSettings({ isOpen, onOpenChange, session, role, send, held, onLift }: SessionSettingsProps) {
  const { t } = useTranslation('moderate');
  const [closing, setClosing] = useState(false);
  const { clinician = 'never', slowSeconds, queueLocked, closed, phase } = session;
  const pace = paces.find((each) => Number(each) === slowSeconds) ?? null;
  return (
    <Dialog title={t('settings.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {can(role, 'set-review-policy') && (
        <Select
          label={t('settings.policy')}
          value={clinician}
          onChange={(chosen) => send({ type: 'set-review-policy', clinician: chosen })}
          options={ReviewPolicy.options.map((id) => ({
            id,
            label: t(`settings.policies.${id}`),
            description: t(`settings.policyNotes.${id}`),
          }))}
        />
      )}
      <Select
        label={t('settings.slow')}
        description={t('settings.slowNote')}
        value={pace}
        placeholder={t('settings.slowSeconds', { count: slowSeconds })}
        onChange={(chosen) => send({ type: 'set-slow-mode', seconds: Number(chosen) })}
        options={paces.map((id) => ({ id, label: slowWords(t, Number(id)) }))}
      />
      <Switch
        label={t('settings.lock')}
        description={t('settings.lockNote')}
        isSelected={queueLocked}
        isDisabled={closed}
        onChange={(locked) => send({ type: locked ? 'lock-queue' : 'unlock-queue' })}
      />
      {can(role, 'lift-restriction') && <HeldBack held={held} onLift={onLift} />}
      {can(role, 'audit:read') && (
        // In a tab of its own: the desk keeps what is not sent yet.
        <a href={`/s/${session.id}/audit`} target="_blank" rel="noopener" className={buttonClass()}>
          {t('settings.audit')} <Icon name="external" size={1.125} />
        </a>
      )}
      {can(role, 'close-emergency') && !closed && phase !== 'ended' && (
        <Button variant="danger" icon="stop" onPress={() => setClosing(true)}>
          {t('settings.close')}
        </Button>
      )}
      <ConfirmDialog
        title={t('settings.closeTitle')}
        isOpen={closing}
        onOpenChange={setClosing}
        confirm={t('settings.closeConfirm')}
        danger
        onConfirm={() => {
          send({ type: 'close-emergency' });
          onOpenChange(false);
        }}
      >
        <p>{t('settings.closeText')}</p>
        <p>{t('settings.closeStaff')}</p>
      </ConfirmDialog>
    </Dialog>
  );
}

function slowWords(t: ReturnType<typeof useTranslation<'moderate'>>['t'], seconds: number): string {
  if (seconds === 0) return t('settings.slowOff');
  return seconds < 60 ? t('settings.slowSeconds', { count: seconds }) : t('settings.slowMinutes', { count: seconds / 60 });
}
