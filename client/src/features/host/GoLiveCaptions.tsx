import { useTranslation } from 'react-i18next';
import { type CaptionSource, NoCaptions, type SessionCommand } from '@bedside/shared/commands.ts';
import words from '../../i18n/en/captions.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Captions.module.css';
import type { Recogniser } from './use-recogniser.ts';

addWords('captions', words);

type GoLiveCaptionsProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  recogniser: Recogniser;
  /** Goes live with what was chosen. */
  onChoose: (command: SessionCommand) => void;
};

/** Asked once before going live, and answered by one press (rule L10). */
export function GoLiveCaptions({ isOpen, onOpenChange, recogniser, onChoose }: GoLiveCaptionsProps) {
  const { t } = useTranslation('captions');
  const choose = (command: SessionCommand) => {
    onOpenChange(false);
    onChoose(command);
  };
  const choice = (source: CaptionSource, note: string, also = () => {}) => (
    <li className={styles.choice}>
      <Button
        wide
        aria-describedby={`caption-${source}`}
        onPress={() => {
          also();
          choose({ type: 'set-caption-source', source });
        }}
      >
        {t(`source.${source}`)}
      </Button>
      <p id={`caption-${source}`} className={styles.note}>
        {note}
      </p>
    </li>
  );
  return (
    <Dialog title={t('goLive.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p>{t('goLive.lead')}</p>
      <ul className={styles.choices}>
        {choice('captioner', t('source.captionerNote'))}
        {choice('service', t('source.serviceNote'))}
        {recogniser.kind !== 'none' &&
          choice('browser', t(recogniser.kind === 'local' ? 'recogniser.consentLocal' : 'recogniser.consentRemote'), recogniser.agree)}
      </ul>
      <h3 id="without-captions" className={styles.heading}>
        {t('source.none')}
      </h3>
      <ul className={styles.reasons} aria-labelledby="without-captions">
        {NoCaptions.options.map((reason) => (
          <li key={reason}>
            <Button size="sm" onPress={() => choose({ type: 'decline-captions', reason })}>
              {t(`source.reasons.${reason}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
