import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CaptionSource, NoCaptions, type SessionCommand } from '@bedside/shared/commands.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import type { View } from '@bedside/shared/view.ts';
import { api } from '../net/api.ts';
import { useSend } from '../net/session-context.tsx';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { showToast } from '../ui/toasts.ts';
import { EditableTranscript, useEditing } from './EditableTranscript.tsx';
import { Glossary } from './Glossary.tsx';
import styles from './Manage.module.css';
import { useGlossary } from './use-glossary.ts';

type ManageCaptionsProps = {
  view: View;
  as: 'host' | 'moderator';
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What stands below the choice of a source. */
  children?: ReactNode;
};

/** Where captions come from, the caption URL, the glossary, and the last lines: for who leads the session. */
export function ManageCaptions({ view, as, isOpen, onOpenChange, children }: ManageCaptionsProps) {
  const { t } = useTranslation(['captions', 'common']);
  return (
    <Dialog title={t('manage.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Parts view={view} as={as}>
        {children}
      </Parts>
    </Dialog>
  );
}

function Parts({ view, as, children }: Pick<ManageCaptionsProps, 'view' | 'as' | 'children'>) {
  const { t } = useTranslation(['captions', 'common']);
  const send = useSend();
  const editing = useEditing(view);
  const { session, captions } = view;
  const { about } = captions;
  const glossary = useGlossary(session.id, about.glossary);
  const say = (command: SessionCommand) => {
    void send(command).then((answer) => {
      if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
    });
  };
  const ended = session.phase === 'ended';
  const sources = [
    ...CaptionSource.options.map((id) => ({ id, label: t(`source.${id}`) })),
    ...NoCaptions.options.map((id) => ({ id, label: `${t('source.noneShort')}: ${t(`source.reasons.${id}`)}` })),
  ];
  const choose = (id: CaptionSource | NoCaptions) => {
    const source = CaptionSource.safeParse(id);
    const reason = NoCaptions.safeParse(id);
    if (source.success) say({ type: 'set-caption-source', source: source.data });
    if (reason.success) say({ type: 'decline-captions', reason: reason.data });
  };
  return (
    <div className={styles.manage}>
      {!ended && (
        <section className={styles.part}>
          <NativeSelect
            label={t('source.legend')}
            value={about.source ?? (about.none === 'unsaid' ? null : about.none)}
            placeholder={t('source.now.unset')}
            options={sources}
            onChange={choose}
          />
          {children}
        </section>
      )}
      {!ended && (
        <section className={styles.part} aria-labelledby="caption-url">
          <h3 id="caption-url" className={styles.heading}>
            {t('manage.linkHeading')}
          </h3>
          <CaptionUrl sessionId={session.id} as={as} inForce={about.link === true} revoke={() => say({ type: 'revoke-caption-link' })} />
        </section>
      )}
      {!ended && (
        <section className={styles.part} aria-labelledby="glossary">
          <h3 id="glossary" className={styles.heading}>
            {t('glossary.title')}
          </h3>
          <Glossary {...glossary} send={say} />
        </section>
      )}
      <section className={styles.part} aria-labelledby="last-captions">
        <h3 id="last-captions" className={styles.heading}>
          {t('manage.lines')}
        </h3>
        <EditableTranscript view={view} editing={editing} />
      </section>
    </div>
  );
}

type CaptionUrlProps = { sessionId: SessionId; as: 'host' | 'moderator'; inForce: boolean; revoke: () => void };

function CaptionUrl({ sessionId, as, inForce, revoke }: CaptionUrlProps) {
  const { t } = useTranslation(['captions', 'common']);
  const [url, setUrl] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    const answer = await api.captionLink({ sessionId, as });
    setMaking(false);
    if (answer.ok) setUrl(answer.url);
    else showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
  };
  const copy = async (text: string) => {
    showToast((await copyText(text)) ? { text: t('manage.linkCopied') } : { text: t('transcript.notCopied'), tone: 'danger' });
  };
  const shown = inForce ? url : null;
  return (
    <>
      <p className={styles.note}>{t('manage.linkNote')}</p>
      {shown && (
        <>
          <code className={styles.url}>{shown}</code>
          <p className={styles.note}>{t('manage.linkOnce')}</p>
        </>
      )}
      {inForce && !shown && <p className={styles.note}>{t('manage.linkInForce')}</p>}
      <div className={styles.row}>
        {shown && (
          <Button size="sm" variant="primary" icon="copy" onPress={() => void copy(shown)}>
            {t('manage.linkCopy')}
          </Button>
        )}
        <Button size="sm" icon="link" isPending={making} onPress={() => void make()}>
          {t(inForce ? 'manage.linkAnother' : 'manage.linkMake')}
        </Button>
        {inForce && (
          <Button
            size="sm"
            variant="danger"
            onPress={() => {
              setUrl(null);
              revoke();
              showToast({ text: t('manage.linkRevoked') });
            }}
          >
            {t('manage.linkRevoke')}
          </Button>
        )}
      </div>
    </>
  );
}
