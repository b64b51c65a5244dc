import type { Ref } from 'react';
import { Button, Input, SearchField } from 'react-aria-components/SearchField';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './SearchBox.module.css';

type SearchBoxProps = {
  value: string;
  onChange: (value: string) => void;
  onLeave: () => void;
  letterKeys: boolean;
  inputRef: Ref<HTMLInputElement>;
};

/** Esc empties it, and leaves it when it is empty. */
export function SearchBox({ value, onChange, onLeave, letterKeys, inputRef }: SearchBoxProps) {
  const { t } = useTranslation('moderate');
  return (
    <SearchField aria-label={t('filter.label')} value={value} onChange={onChange} className={styles.search}>
      <svg className={styles.glass} viewBox="0 0 24 24" width="1.125rem" height="1.125rem" fill="none" aria-hidden="true" focusable="false">
        <path
          d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      <Input
        ref={inputRef}
        className={styles.input}
        placeholder={t('filter.placeholder')}
        aria-keyshortcuts="/"
        onKeyDown={(event) => event.key === 'Escape' && value === '' && onLeave()}
      />
      {value ? (
        <Button className={styles.clear} aria-label={t('filter.clear')}>
          <Icon name="close" size={1.125} />
        </Button>
      ) : (
        letterKeys && (
          <span className={styles.key}>
            <Kbd decorative>/</Kbd>
          </span>
        )
      )}
    </SearchField>
  );
}
