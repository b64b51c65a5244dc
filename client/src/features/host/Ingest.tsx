import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputsView, SessionView } from '@bedside/shared/view.ts';
import { useAsk } from '../../net/session-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toasts.ts';
import { newToken } from './ingest-token.ts';
import styles from './Outputs.module.css';
import { useSendSaying } from './use-outputs.ts';

/** OBS, or whatever speaks WHIP, in place of this browser's camera. The token is made here, and leaves this browser as a hash. */
export function Ingest({ session, outputs }: { session: SessionView; outputs: OutputsView }) {
  const { t } = useTranslation(['host', 'common']);
  const send = useSendSaying();
  const ask = useAsk();
  const [token, setToken] = useState<string | null>(null);
  const url = `${location.origin}/whip/${session.id}`;

  async function make() {
    const made = await newToken();
    if (made === null) return showToast({ text: t('ingest.insecure'), tone: 'danger' });
    if (await send({ type: 'set-ingest', hash: made.hash })) setToken(made.token);
  }
  async function copy(text: string) {
    showToast((await copyText(text)) ? { text: t('ingest.copied') } : { text: t('ingest.notCopied'), tone: 'danger' });
  }
  async function takeOff() {
    const answer = await ask('media:unpublish', { epoch: session.stream.epoch });
    if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
  }

  return (
    <section className={styles.section} aria-labelledby="ingest">
      <div className={styles.top}>
        <h3 id="ingest" className={styles.heading}>
          {t('ingest.heading')}
        </h3>
        {outputs.external && <Badge tone="ok">{t('ingest.onStage')}</Badge>}
      </div>
      <p className={styles.note}>{t('ingest.note')}</p>
      {outputs.external && (
        <div className={styles.buttons}>
          {session.phase !== 'live' && !session.closed && (
            <Button variant="primary" icon="record" onPress={() => void send({ type: 'go-live' })}>
              {t('ingest.goLive')}
            </Button>
          )}
          <Button icon="stop" onPress={() => void takeOff()}>
            {t('ingest.takeOff')}
          </Button>
        </div>
      )}
      {outputs.ingest && (
        <dl className={styles.list}>
          <div className={styles.top}>
            <div className={styles.name}>
              <dt className={styles.note}>{t('ingest.url')}</dt>
              <dd>{url}</dd>
            </div>
            <Button size="sm" icon="copy" onPress={() => void copy(url)}>
              {t('ingest.copyUrl')}
            </Button>
          </div>
          {token !== null && (
            <div className={styles.top}>
              <div className={styles.name}>
                <dt className={styles.note}>{t('ingest.token')}</dt>
                <dd>{token}</dd>
              </div>
              <Button size="sm" icon="copy" onPress={() => void copy(token)}>
                {t('ingest.copyToken')}
              </Button>
            </div>
          )}
        </dl>
      )}
      {token !== null && <p className={styles.note}>{t('ingest.once')}</p>}
      {outputs.external && <p className={styles.note}>{t('ingest.cuts')}</p>}
      <div className={styles.buttons}>
        <Button icon="link" onPress={() => void make()}>
          {t(outputs.ingest ? 'ingest.remake' : 'ingest.make')}
        </Button>
        {outputs.ingest && (
          <Button
            onPress={() => {
              setToken(null);
              void send({ type: 'set-ingest', hash: null });
            }}
          >
            {t('ingest.revoke')}
          </Button>
        )}
      </div>
    </section>
  );
}
