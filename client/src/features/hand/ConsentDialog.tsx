import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENT_VERSION } from '@bedside/shared/commands.ts';
import { useSend } from '../../net/session-context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Hand.module.css';

const points = ['voice', 'picture', 'recorded', 'details', 'advice', 'leave'] as const;

type ConsentDialogProps = {
  isOpen: boolean;
  /** It opens by a press, and not in front of where help is. */
  waits: boolean;
  onDecline: () => void;
  onAccepted: () => void;
};

/** What being on stage means, in the words of `CONSENT_VERSION`: changed words need another number (rule T7). */
export function ConsentDialog({ waits, onDecline, onAccepted }: ConsentDialogProps) {
  const { t } = useTranslation(['voices', 'common']);
  const send = useSend();
  const [isOpen, setOpen] = useState(!waits);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const accept = async () => {
    setSending(true);
    // First, so that the window that asks for the microphone is this one.
    onAccepted();
    const answer = await send({ type: 'consent-to-stage', version: CONSENT_VERSION });
    setSending(false);
    if (!answer.ok) setProblem(t(`common:error.${answer.error.code}`));
  };
  return (
    <>
      <Card tone="accent" className={styles.card}>
        <p className={styles.title}>{t('hand.invitedTitle')}</p>
        <Button size="sm" variant="primary" onPress={() => setOpen(true)}>
          {t('hand.read')}
        </Button>
      </Card>
      <Dialog
        title={t('hand.invitedTitle')}
        kind="sheet"
        role="alertdialog"
        isOpen={isOpen}
        onOpenChange={setOpen}
        actions={
          <>
            <Button onPress={onDecline}>{t('hand.decline')}</Button>
            <Button variant="primary" isPending={sending} onPress={() => void accept()}>
              {t('hand.accept')}
            </Button>
          </>
        }
      >
        <p>{t('consent.1.lead')}</p>
        <ul className={styles.points}>
          {points.map((point) => (
            <li key={point}>{t(`consent.1.${point}`)}</li>
          ))}
        </ul>
        {problem !== null && (
          <Banner tone="danger" live>
            {problem}
          </Banner>
        )}
      </Dialog>
    </>
  );
}
