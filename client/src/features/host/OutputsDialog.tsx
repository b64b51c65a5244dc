import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import type { OutputsView, SessionView } from '@bedside/shared/view.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog, Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { Ingest } from './Ingest.tsx';
import { OutputRow } from './OutputRow.tsx';
import styles from './Outputs.module.css';
import { Recordings } from './Recordings.tsx';
import { TargetForm } from './TargetForm.tsx';
import { type OutputsStatus, useSendSaying } from './use-outputs.ts';

const delays = ['0', '5', '10', '20', '30', '60'] as const;

type OutputsDialogProps = OutputsStatus & {
  session: SessionView;
  outputs: OutputsView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Everything that goes out beside what pages watch: recording, HLS, and servers that the stream is forwarded to. */
export function OutputsDialog({ session, outputs, healths, available, labels, isOpen, onOpenChange }: OutputsDialogProps) {
  const { t } = useTranslation('host');
  const send = useSendSaying();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OutputsView['targets'][number] | null>(null);
  const { recording, hls, targets, cut, delaySeconds } = outputs;
  const ended = session.phase === 'ended';
  const delay = delays.find((each) => Number(each) === delaySeconds) ?? null;
  return (
    <Dialog title={t('outputs.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {available === false && <Banner tone="warn">{t('outputs.noFfmpeg')}</Banner>}
      {!ended && (
        <>
          <div className={styles.cut}>
            <Button
              variant={cut ? 'primary' : 'danger'}
              icon={cut ? 'play' : 'pause'}
              onPress={() => void send({ type: 'cut-outputs', on: !cut })}
            >
              {t(cut ? 'outputs.uncut' : 'outputs.cut')}
            </Button>
            <p className={styles.note}>{t(cut ? 'outputs.cutNow' : 'outputs.cutNote')}</p>
          </div>
          <OutputRow
            label={t('outputs.recording')}
            note={t('outputs.recordingNote')}
            on={recording}
            health={healths['recording']}
            onChange={(on) => void send({ type: 'set-output', kind: 'recording', on })}
          />
          <OutputRow
            label={t('outputs.hls')}
            note={t('outputs.hlsNote')}
            on={hls}
            health={healths['hls']}
            onChange={(on) => void send({ type: 'set-output', kind: 'hls', on })}
          />
        </>
      )}
      <section className={styles.section} aria-labelledby="targets">
        <h3 id="targets" className={styles.heading}>
          {t('outputs.targets')}
        </h3>
        {targets.length === 0 && !adding && <p className={styles.note}>{t('outputs.noTargets')}</p>}
        {targets.map((target) => (
          <OutputRow
            key={target.id}
            label={labels?.[target.id] ?? t('outputs.unnamedTarget')}
            on={target.on}
            isDisabled={ended}
            health={healths[target.id]}
            onChange={(on) => void send({ type: 'set-target', targetId: target.id, on })}
            onRemove={() => setRemoving(target)}
          />
        ))}
        {adding ? (
          <TargetForm onDone={() => setAdding(false)} />
        ) : (
          !ended &&
          targets.length < limits.targetsMax && (
            <div className={styles.buttons}>
              <Button icon="link" onPress={() => setAdding(true)}>
                {t('outputs.addTarget')}
              </Button>
            </div>
          )
        )}
      </section>
      {!ended && (
        <section className={styles.section}>
          <Select
            label={t('outputs.delay')}
            description={t('outputs.delayNote')}
            value={delay}
            placeholder={t('outputs.delaySeconds', { count: delaySeconds })}
            onChange={(chosen) => void send({ type: 'delay-outputs', seconds: Number(chosen) })}
            options={delays.map((id) => ({
              id,
              label: id === '0' ? t('outputs.delayNone') : t('outputs.delaySeconds', { count: Number(id) }),
            }))}
          />
        </section>
      )}
      {!ended && <Ingest session={session} outputs={outputs} />}
      <Recordings sessionId={session.id} fresh={recording} />
      <ConfirmDialog
        title={t('outputs.removeTitle')}
        isOpen={removing !== null}
        onOpenChange={(open) => !open && setRemoving(null)}
        confirm={t('outputs.removeConfirm')}
        danger
        onConfirm={() => removing && void send({ type: 'remove-target', targetId: removing.id })}
      >
        <p>{t('outputs.removeText')}</p>
      </ConfirmDialog>
    </Dialog>
  );
}
