import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSend } from '../../net/session-context.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './EmergencyClose.module.css';

/** Takes picture and questions away from everybody who watches, at once (rule H6). */
export function EmergencyClose({ className }: { className?: string | undefined }) {
  const { t } = useTranslation(['host', 'common']);
  const send = useSend();
  const [asked, setAsked] = useState(false);
  const close = async () => {
    const answer = await send({ type: 'close-emergency' });
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
  };
  return (
    <>
      <Button variant="quiet" icon="hide" className={className} onPress={() => setAsked(true)}>
        {t('closing.open')}
      </Button>
      <ConfirmDialog
        title={t('closing.title')}
        isOpen={asked}
        onOpenChange={setAsked}
        confirm={t('closing.confirm')}
        danger
        onConfirm={() => void close()}
      >
        <p>{t('closing.text')}</p>
        <p>{t('closing.back')}</p>
      </ConfirmDialog>
    </>
  );
}

/** While it is closed. */
export function ClosedBanner() {
  const { t } = useTranslation('host');
  return (
    <div className={styles.closed}>
      <Banner tone="danger" live>
        <strong>{t('closing.isClosed')}</strong> {t('closing.note')}
      </Banner>
    </div>
  );
}
