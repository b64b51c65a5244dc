import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DisplayName } from '@bedside/shared/text.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './NamePrompt.module.css';

/** Asks once how colleagues are to see this person (rule M16). It can be left alone. */
export function NamePrompt({ onName, onSkip }: { onName: (name: string) => void; onSkip: () => void }) {
  const { t } = useTranslation('moderate');
  const [name, setName] = useState('');
  const parsed = DisplayName.safeParse(name);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (parsed.success) onName(parsed.data);
  };
  return (
    <form className={styles.prompt} aria-label={t('name.label')} onSubmit={onSubmit}>
      <TextField label={t('name.label')} placeholder={t('name.example')} value={name} onChange={setName} />
      <div className={styles.buttons}>
        <Button type="submit" isDisabled={!parsed.success}>
          {t('name.save')}
        </Button>
        <Button variant="quiet" onPress={onSkip}>
          {t('name.skip')}
        </Button>
      </div>
    </form>
  );
}
