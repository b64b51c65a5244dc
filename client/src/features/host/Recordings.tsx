import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '@bedside/shared/ids.ts';
import { type Recording, recordingFile } from '@bedside/shared/outputs.ts';
import { api } from '../../net/api.ts';
import { Button, buttonClass, IconButton } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { fullTime } from '../../ui/time.ts';
import { showToast } from '../../ui/toasts.ts';
import styles from './Outputs.module.css';

const MEGABYTE = 1024 * 1024;

/** `20261130T004922Z.mp4` in milliseconds since 1970. */
const beganAt = (name: string) => Date.parse(name.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ).*$/, '$1-$2-$3:$4:$5'));

/** What was recorded: to take away, or to erase for good. `fresh` changes when there may be another one. */
export function Recordings({ sessionId, fresh }: { sessionId: SessionId; fresh: unknown }) {
  const { t, i18n } = useTranslation(['host', 'common']);
  const [found, setFound] = useState<Recording[] | 'failed' | null>(null);
  const [erasing, setErasing] = useState<Recording | null>(null);
  const load = useCallback(async () => {
    const answer = await api.recordings({ sessionId });
    setFound(answer.ok ? answer.recordings : 'failed');
  }, [sessionId]);
  useEffect(() => void load(), [load, fresh]);

  async function erase({ name }: Recording) {
    const answer = await api.eraseRecording({ sessionId, name });
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    await load();
  }

  const label = ({ name, bytes }: Recording) =>
    t('outputs.recordingLabel', { when: fullTime(beganAt(name), i18n.language), size: Math.max(1, Math.round(bytes / MEGABYTE)) });
  return (
    <section className={styles.section} aria-labelledby="recordings">
      <div className={styles.top}>
        <h3 id="recordings" className={styles.heading}>
          {t('outputs.recordings')}
        </h3>
        <Button size="sm" icon="refresh" onPress={() => void load()}>
          {t('outputs.refresh')}
        </Button>
      </div>
      {found === 'failed' && <p className={styles.note}>{t('common:error.unavailable')}</p>}
      {Array.isArray(found) && found.length === 0 && <p className={styles.note}>{t('outputs.noRecordings')}</p>}
      {Array.isArray(found) && found.length > 0 && (
        <ul className={styles.list}>
          {found.map((recording) => (
            <li key={recording.name} className={styles.top}>
              <a
                className={buttonClass({ size: 'sm' })}
                href={`${recordingFile.path}?${new URLSearchParams({ sessionId, name: recording.name }).toString()}`}
                download
              >
                {label(recording)}
              </a>
              <IconButton icon="close" label={t('outputs.eraseOne', { label: label(recording) })} onPress={() => setErasing(recording)} />
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        title={t('outputs.eraseTitle')}
        isOpen={erasing !== null}
        onOpenChange={(isOpen) => !isOpen && setErasing(null)}
        confirm={t('outputs.erase')}
        danger
        onConfirm={() => erasing && void erase(erasing)}
      >
        <p>{t('outputs.eraseText')}</p>
      </ConfirmDialog>
    </section>
  );
}
