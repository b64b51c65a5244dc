import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AddTarget } from '@bedside/shared/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Outputs.module.css';
import { useSendSaying } from './use-outputs.ts';

/** What these services publish as their servers; nothing is asked of them. */
const servers = {
  youtube: 'rtmps://a.rtmps.youtube.com:443/live2',
  facebook: 'rtmps://live-api-s.facebook.com:443/rtmp',
  other: '',
} as const;
const kinds = ['youtube', 'facebook', 'other'] as const;

/** A server and its key, which is shown to nobody again. */
export function TargetForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['host', 'common']);
  const send = useSendSaying();
  const [kind, setKind] = useState<(typeof kinds)[number]>('youtube');
  const [url, setUrl] = useState<string>(servers.youtube);
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrong = (part: 'url' | 'key') => {
    const parsed = AddTarget.safeParse({ type: 'add-target', url: url.trim(), key: key.trim() });
    return tried && !parsed.success && parsed.error.issues.some(({ path }) => path[0] === part) ? t(`outputs.wrong.${part}`) : null;
  };

  async function add() {
    setTried(true);
    const command = AddTarget.safeParse({ type: 'add-target', url: url.trim(), key: key.trim() });
    if (!command.success) return;
    setBusy(true);
    const done = await send(command.data);
    setBusy(false);
    if (done) onDone();
  }

  return (
    <form
      className={styles.form}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Select
        label={t('outputs.service')}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          setUrl(servers[chosen]);
        }}
        options={kinds.map((id) => ({ id, label: t(`outputs.services.${id}`) }))}
      />
      <TextField label={t('outputs.url')} value={url} onChange={setUrl} error={wrong('url')} autoComplete="off" />
      <TextField
        label={t('outputs.key')}
        description={t('outputs.keyNote')}
        value={key}
        onChange={setKey}
        error={wrong('key')}
        autoComplete="off"
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isPending={busy}>
          {t('outputs.add')}
        </Button>
        <Button onPress={onDone}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
