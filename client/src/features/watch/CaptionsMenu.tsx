import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '@bedside/shared/view.ts';
import { NoCaptions } from '../../captions/TranscriptView.tsx';
import { Button } from '../../ui/Button.tsx';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './Captions.module.css';
import { captionPlaces, captionSizes, type Captions } from './use-captions.ts';

type CaptionsMenuProps = {
  view: View;
  captions: Captions;
  /** The button that opens it. */
  trigger: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onTranscript: () => void;
};

/** Whether, how large and where this viewer reads captions. */
export function CaptionsMenu({ view, captions, trigger, isOpen, onOpenChange, onTranscript }: CaptionsMenuProps) {
  const { t } = useTranslation('captions');
  const { shown, show, size, setSize, place, setPlace } = captions;
  const transcript = () => {
    onOpenChange(false);
    onTranscript();
  };
  return (
    <Popover
      label={t('menu.title')}
      trigger={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="top end"
      className={styles.menu}
    >
      {view.captions.lines.length === 0 && (
        <p className={styles.note}>
          <NoCaptions view={view} />
        </p>
      )}
      <Switch label={t('menu.show')} isSelected={shown} onChange={show} />
      <NativeSelect
        label={t('menu.size')}
        value={size}
        placeholder=""
        onChange={setSize}
        options={captionSizes.map((id) => ({ id, label: t(`menu.sizes.${id}`) }))}
      />
      <NativeSelect
        label={t('menu.place')}
        value={place}
        placeholder=""
        onChange={setPlace}
        options={captionPlaces.map((id) => ({ id, label: t(`menu.places.${id}`) }))}
      />
      <p className={styles.note}>{t('menu.kept')}</p>
      <Button size="sm" onPress={transcript}>
        {t('menu.transcript')}
      </Button>
    </Popover>
  );
}
