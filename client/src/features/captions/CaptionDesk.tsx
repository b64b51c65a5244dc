import { type KeyboardEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView, View } from '@bedside/shared/view.ts';
import { EditableTranscript, useEditing } from '../../captions/EditableTranscript.tsx';
import { Glossary } from '../../captions/Glossary.tsx';
import { useGlossary } from '../../captions/use-glossary.ts';
import words from '../../i18n/en/captions.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNow } from '../../ui/clock.tsx';
import { ConnectionBanner } from '../../ui/ConnectionBanner.tsx';
import { cx } from '../../ui/cx.ts';
import field from '../../ui/Field.module.css';
import { NativeSelect } from '../../ui/NativeSelect.tsx';
import { Page } from '../../ui/Page.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import styles from './CaptionDesk.module.css';
import { Monitor } from './Monitor.tsx';
import { sendOns } from './typing.ts';
import { type Typing, useTyping } from './use-typing.ts';

addWords('captions', words);

/** Where a captioner hears the broadcast, types what is said, and corrects it. */
export function CaptionDesk() {
  const { view } = useSession();
  return view && <Desk view={view} />;
}

function Desk({ view }: { view: View }) {
  const { t } = useTranslation(['captions', 'common']);
  const { connection } = useSession();
  const send = useSend();
  const { session, captions } = view;
  const glossary = useGlossary(session.id, captions.about.glossary);
  const typing = useTyping(session.id, glossary.terms ?? []);
  const editing = useEditing(view);
  const input = useRef<HTMLTextAreaElement>(null);
  const state = stateOf(session);
  useDocumentTitle(`${t('desk.role')} · ${session.title}`);

  const onKeyDown = (event: KeyboardEvent) => {
    // A key that ends the composing of a character is none of ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      typing.submit();
    }
    const last = captions.lines.at(-1);
    if (event.key === 'ArrowUp' && typing.text === '' && last) {
      event.preventDefault();
      editing.begin(last);
    }
  };

  return (
    <Page
      width="wide"
      title={
        <div className={styles.title}>
          <h1 className={styles.name}>{session.title}</h1>
          <Badge>{t('desk.role')}</Badge>
        </div>
      }
      banner={<ConnectionBanner connected={connection === 'live'} />}
    >
      <div className={styles.columns}>
        <section className={styles.work} aria-label={t('desk.lines')}>
          {state && <Banner tone={state === 'break' ? 'info' : 'warn'}>{t(`desk.${state}`)}</Banner>}
          <EditableTranscript view={view} editing={editing} onLeave={() => input.current?.focus()} empty={t('desk.empty')} />
          <Input typing={typing} inputRef={input} onKeyDown={onKeyDown} />
        </section>
        <div className={styles.side}>
          <Monitor session={session} />
          <Card>
            <h2 className={styles.heading}>{t('glossary.title')}</h2>
            <Glossary
              {...glossary}
              send={(command) => {
                void send(command).then((answer) => {
                  if (!answer.ok) showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
                });
              }}
            />
          </Card>
        </div>
      </div>
    </Page>
  );
}

function stateOf({ phase, closed }: SessionView) {
  if (phase === 'ended') return 'ended';
  if (closed) return 'closed';
  if (phase === 'scheduled') return 'notYet';
  return phase === 'paused' ? 'break' : null;
}

type InputProps = { typing: Typing; inputRef: React.RefObject<HTMLTextAreaElement | null>; onKeyDown: (event: KeyboardEvent) => void };

function Input({ typing, inputRef, onKeyDown }: InputProps) {
  const { t } = useTranslation(['captions', 'common']);
  const id = useId();
  const { text, change, submit, sendOn, setSendOn, waiting, refused, delay } = typing;
  const pace = typing.pace(useNow(1000));
  return (
    <form
      className={styles.input}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className={field.label}>
        {t('desk.input')}
      </label>
      <textarea
        ref={inputRef}
        id={id}
        className={cx(field.control, styles.area)}
        rows={2}
        value={text}
        aria-describedby={`${id}-hint`}
        autoFocus
        autoComplete="off"
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.row}>
        <Button type="submit" variant="primary">
          {t('desk.send')}
        </Button>
        <NativeSelect
          label={t('desk.sendOn')}
          value={sendOn}
          placeholder=""
          onChange={setSendOn}
          options={sendOns.map((on) => ({ id: on, label: t(`desk.sendOns.${on}`) }))}
        />
        <p className={styles.figures}>
          <span>{pace === null ? t('desk.speedNone') : t('desk.speed', { count: pace })}</span>
          <span>{delay === null ? t('desk.delayNone') : t('desk.delay', { seconds: delay.toFixed(1) })}</span>
        </p>
      </div>
      <p id={`${id}-hint`} className={styles.note}>
        {t('desk.hint', { key: 'Enter', up: '↑' })}
      </p>
      <p role="status" className={styles.note}>
        {waiting.length > 0 && t('desk.unsent', { count: waiting.length })}
      </p>
      {refused && (
        <Banner tone="danger" live>
          {t('desk.refused', { why: t(`common:error.${refused}`) })}
        </Banner>
      )}
    </form>
  );
}
