import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagCode } from '@bedside/shared/marks.ts';
import ask from '../i18n/en/ask.json' with { type: 'json' };
import { addWords } from '../i18n/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { CheckBox } from '../ui/CheckBox.tsx';
import { Icon } from '../ui/Icon.tsx';
import { NativeSelect } from '../ui/NativeSelect.tsx';
import { keepCountry, readCountry } from './country.ts';
import styles from './HelpCard.module.css';
import { leadOf } from './help-lines.ts';
import { type HelpNumbers, helpNumbers } from '../screening/finders.ts';
import type { HelpLine } from '@bedside/shared/screening/red-flags/numbers.ts';

addWords('ask', ask);

export type HelpCardProps = {
  flags: readonly FlagCode[];
  /** Before sending: whether it was said to be read, a check that can be taken back. */
  read?: { isRead: boolean; onChange(isRead: boolean): void };
  /** After sending: says so to the moderators, once. */
  onConfirm?: () => void;
};

/** Where to get help now, for the country that was chosen. It holds nothing back (rule F1), and its country never leaves the browser. */
export function HelpCard({ flags, read, onConfirm }: HelpCardProps) {
  const { t, i18n } = useTranslation(['ask', 'common']);
  const title = useId();
  const numbers = useHelpNumbers();
  const [country, setCountry] = useState(readCountry);
  const lead = leadOf(flags);
  const help = numbers?.linesFor(country ?? undefined, flags);
  const known = help && !help.fallback;
  const choose = (next: string) => {
    setCountry(next);
    keepCountry(next);
  };
  return (
    <section className={styles.card} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        <Icon name="lifebuoy" />
        {t(lead === 'selfHarm' ? 'urgent.titleSelfHarm' : lead === 'violence' ? 'urgent.titleViolence' : 'urgent.title')}
      </h3>
      <p>{t(`urgent.lead.${lead}`)}</p>
      <ul className={styles.lines}>
        {(known ? help.lines : anywhere).map(({ kind, name, number }, place) => (
          <li key={`${kind} ${number}`}>
            <a href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`} className={place === 0 ? styles.first : styles.line}>
              <span>{name ?? t(`urgent.kind.${kind}`)}</span>
              <strong>{t('urgent.call', { number })}</strong>
            </a>
          </li>
        ))}
      </ul>
      {!known && <p className={styles.note}>{t('urgent.anywhere')}</p>}
      {numbers && (
        <NativeSelect
          label={t('urgent.country')}
          placeholder={t('urgent.choose')}
          value={known ? country : null}
          options={optionsOf(numbers.countries, i18n.language)}
          onChange={choose}
        />
      )}
      {flags.includes('domestic-violence') && (
        <div className={styles.exit}>
          <p className={styles.note}>{t('urgent.exitHint')}</p>
          <Button icon="close" onPress={leaveQuickly}>
            {t('urgent.exit')}
          </Button>
        </div>
      )}
      {read && (
        <>
          <CheckBox label={t('common:notice.read')} isSelected={read.isRead} onChange={read.onChange} />
          <p className={styles.note}>{t('urgent.goesOn')}</p>
        </>
      )}
      {onConfirm && (
        <Button variant="primary" icon="check" onPress={onConfirm}>
          {t('common:notice.read')}
        </Button>
      )}
    </section>
  );
}

/** Where no country is known, or its numbers could not be loaded. */
const anywhere: readonly HelpLine[] = [
  { kind: 'emergency', number: '112' },
  { kind: 'emergency', number: '911' },
];

function useHelpNumbers(): HelpNumbers | null {
  const [numbers, setNumbers] = useState<HelpNumbers | null>(null);
  useEffect(() => {
    let left = false;
    helpNumbers().then(
      (loaded) => !left && setNumbers(loaded),
      () => {},
    );
    return () => {
      left = true;
    };
  }, []);
  return numbers;
}

function optionsOf(countries: readonly string[], locale: string): { id: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return countries.map((id) => ({ id, label: names.of(id) ?? id })).toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** To an empty page that is not this one, without a way back to it, and without what was being written. */
function leaveQuickly() {
  try {
    sessionStorage.clear();
  } catch {
    // Nothing was kept, then.
  }
  location.replace('about:blank');
}
