import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { createEngine } from '../../media/engine.ts';
import words from '../../i18n/en/self-test.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useMediaLink } from '../../net/session-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { lookAtCamera } from './look-at-camera.ts';
import { createSelfTest, type SelfTestSnapshot } from './run-self-test.ts';
import styles from './SelfTest.module.css';
import { type SelfTestStep, selfTestSteps, type StepState, summaryOf, type UploadFigures } from './self-test.ts';
import type { Studio } from './use-studio.ts';

addWords('selfTest', words);

type SelfTestDialogProps = { isOpen: boolean; onClose: () => void; studio: Studio };

/** Runs while it is open, and leaves nothing behind when it is closed (rule S22). */
export function SelfTestDialog({ isOpen, onClose, studio }: SelfTestDialogProps) {
  const { t } = useTranslation('selfTest');
  const link = useMediaLink();
  const { publisher } = studio;
  const [test] = useState(() =>
    createSelfTest({ link, engine: createEngine(), level: publisher.level, preview: publisher.getSnapshot, lookAt: lookAtCamera }),
  );
  const snapshot = useSyncExternalStore(test.subscribe, test.getSnapshot);
  // Before anything is shown of the one before.
  useLayoutEffect(() => {
    if (!isOpen) return;
    test.start();
    return test.stop;
  }, [test, isOpen]);

  const isRunning = snapshot.status === 'running';
  const actions = (
    <>
      {/* One button, which keeps the focus. */}
      <Button autoFocus icon={isRunning ? 'stop' : 'refresh'} onPress={isRunning ? test.stop : test.start}>
        {t(isRunning ? 'stop' : 'start')}
      </Button>
      <Button variant="primary" onPress={onClose}>
        {t('close')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('title')} isOpen={isOpen} onOpenChange={(open) => !open && onClose()} actions={actions}>
      <p className={styles.note}>{t('lead')}</p>
      <ol className={styles.steps}>
        {selfTestSteps.map((step) => (
          <Step key={step} step={step} found={snapshot.steps[step]} figures={step === 'upload' ? snapshot.figures : null} />
        ))}
      </ol>
      <Summary snapshot={snapshot} />
    </Dialog>
  );
}

const icons = { good: 'check', warning: 'alert', failed: 'close' } as const satisfies Record<string, IconName>;

function Step({ step, found, figures }: { step: SelfTestStep; found: StepState; figures: UploadFigures | null }) {
  const { t } = useTranslation('selfTest');
  if (found.state === 'absent') return null;
  return (
    <li className={cx(styles.step, styles[found.state])}>
      <span className={styles.mark}>
        {found.state === 'running' ? <Spinner size={1.25} /> : found.state !== 'waiting' && <Icon name={icons[found.state]} size={1.25} />}
      </span>
      <div>
        <p className={styles.head}>
          <span className={styles.name}>{t(`step.${step}`)}</span> <span className={styles.state}>{t(`state.${found.state}`)}</span>
        </p>
        {'words' in found ? <p>{t(`found.${found.words}`)}</p> : found.state === 'running' && <p>{t(`running.${step}`)}</p>}
        {figures && <Figures figures={figures} />}
      </div>
    </li>
  );
}

function Figures({ figures: { kilobits, roundTripMs, lost } }: { figures: UploadFigures }) {
  const { t, i18n } = useTranslation('selfTest');
  const number = (value: number, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(i18n.language, options).format(value);
  const said = {
    megabits: number(kilobits / 1000, { maximumFractionDigits: 1 }),
    lost: number(lost, { style: 'percent', maximumFractionDigits: 1 }),
  };
  return (
    <p className={styles.note}>{roundTripMs === null ? t('figures', said) : t('figuresWithDelay', { ...said, delay: roundTripMs })}</p>
  );
}

/** Said once, politely, at the end; what each step finds is there to be read. */
function Summary({ snapshot: { status, steps } }: { snapshot: SelfTestSnapshot }) {
  const { t } = useTranslation('selfTest');
  const outcome = status === 'done' ? summaryOf(steps) : null;
  return (
    <div className={styles.summary}>
      {status === 'running' && <p className={styles.note}>{t('testing')}</p>}
      <p role="status" className={cx(outcome && styles[outcome])}>
        {outcome ? t(`summary.${outcome}`) : status === 'stopped' ? t('stopped') : ''}
      </p>
    </div>
  );
}
