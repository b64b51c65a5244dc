import { useTranslation } from 'react-i18next';
import { ReportReason } from '@bedside/shared/commands.ts';
import ask from '../../i18n/en/ask.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Queue.module.css';

addWords('ask', ask);

type ReportDialogProps = { isOpen: boolean; onClose: () => void; onReport: (reason: ReportReason) => void };

/** One press on a reason is the report. */
export function ReportDialog({ isOpen, onClose, onReport }: ReportDialogProps) {
  const { t } = useTranslation('ask');
  const report = (reason: ReportReason) => {
    onClose();
    onReport(reason);
  };
  return (
    <Dialog title={t('report.title')} kind="sheet" isOpen={isOpen} onOpenChange={onClose}>
      <p>{t('report.lead')}</p>
      <ul className={styles.reasons}>
        {ReportReason.options.map((reason) => (
          <li key={reason}>
            <Button wide onPress={() => report(reason)}>
              {t(`report.reason.${reason}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
