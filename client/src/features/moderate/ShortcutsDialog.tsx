import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Switch } from '../../ui/Switch.tsx';
import styles from './ShortcutsDialog.module.css';

const letters = [
  ['next', ['J']],
  ['previous', ['K']],
  ['approve', ['A']],
  ['decline', ['D']],
  ['clinician', ['C']],
  ['undo', ['U']],
  ['edit', ['E']],
  ['redact', ['R']],
  ['redactAll', ['Shift', 'R']],
  ['merge', ['M']],
  ['reply', ['T']],
  ['answer', ['W']],
  ['replies', ['G']],
  ['asker', ['B']],
  ['pick', ['X']],
  ['extend', ['Shift', 'J']],
  ['filters', ['F']],
  ['search', ['/']],
  ['pin', ['P']],
  ['help', ['?']],
] as const;

type ShortcutsDialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  letterKeys: boolean;
  onLetterKeys: (on: boolean) => void;
  sound: boolean;
  onSound: (on: boolean) => void;
  split: boolean;
  onSplit: (on: boolean) => void;
};

/** The desk's keys, and how this person likes it to be. */
export function ShortcutsDialog(props: ShortcutsDialogProps) {
  const { isOpen, onOpenChange, letterKeys, onLetterKeys, sound, onSound, split, onSplit } = props;
  const { t } = useTranslation('moderate');
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Switch label={t('shortcuts.use')} description={t('shortcuts.useNote')} isSelected={letterKeys} onChange={onLetterKeys} />
      <Switch label={t('flags.sound')} description={t('flags.soundNote')} isSelected={sound} onChange={onSound} />
      <Switch label={t('split.use')} description={t('split.note')} isSelected={split} onChange={onSplit} />
      <dl className={styles.keys}>
        {letterKeys &&
          letters.map(([name, keys]) => (
            <div key={name} className={styles.row}>
              <dt>{t(`shortcuts.${name}`)}</dt>
              <dd>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
                {name === 'undo' && (
                  <>
                    {t('shortcuts.or')} <Kbd>{t('shortcuts.ctrl')}</Kbd> <Kbd>Z</Kbd>
                  </>
                )}
              </dd>
            </div>
          ))}
        {!letterKeys && (
          <div className={styles.row}>
            <dt>{t('shortcuts.undo')}</dt>
            <dd>
              <Kbd>{t('shortcuts.ctrl')}</Kbd> <Kbd>Z</Kbd>
            </dd>
          </div>
        )}
        <div className={styles.row}>
          <dt>{t('shortcuts.panes')}</dt>
          <dd>
            <Kbd>←</Kbd> <Kbd>→</Kbd>
          </dd>
        </div>
        <div className={styles.row}>
          <dt>{t('shortcuts.escape')}</dt>
          <dd>
            <Kbd>{t('shortcuts.escapeKey')}</Kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  );
}
