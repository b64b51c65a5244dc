import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryTerm } from '@bedside/shared/captions/captions.ts';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import { ReplacementText, TermText } from '@bedside/shared/text.ts';
import { limits } from '@bedside/shared/limits.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './Manage.module.css';

type GlossaryProps = { terms: readonly GlossaryTerm[] | null; failed: boolean; send: (command: SessionCommand) => void };

/** The words that are replaced in what comes, to be changed by who captions or leads. */
export function Glossary({ terms, failed, send }: GlossaryProps) {
  const { t } = useTranslation('captions');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const term = TermText.safeParse(from);
  const replacement = ReplacementText.safeParse(to);
  const add = () => {
    if (!term.success || !replacement.success) return;
    send({ type: 'set-term', from: term.data, to: replacement.data });
    setFrom('');
    setTo('');
    first.current?.focus();
  };
  const full = terms !== null && terms.length >= limits.glossaryMax;
  return (
    <div className={styles.part}>
      <p className={styles.note}>{t('glossary.note')}</p>
      <form
        className={styles.termForm}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={t('glossary.from')} value={from} onChange={setFrom} inputRef={first} autoComplete="off" />
        <TextField label={t('glossary.to')} value={to} onChange={setTo} autoComplete="off" />
        <Button type="submit" isDisabled={!term.success || !replacement.success || full}>
          {t('glossary.add')}
        </Button>
      </form>
      {failed && <p className={styles.note}>{t('glossary.failed')}</p>}
      {full && <p className={styles.note}>{t('glossary.full')}</p>}
      {terms?.length === 0 && <p className={styles.note}>{t('glossary.empty')}</p>}
      <ul className={styles.terms}>
        {terms?.map(({ id, from: word, to: reads }) => (
          <li key={id} className={styles.term}>
            <span className={styles.word}>{word}</span>
            <span className={styles.reads}>{reads}</span>
            <IconButton icon="close" label={t('glossary.remove', { from: word })} onPress={() => send({ type: 'remove-term', term: id })} />
          </li>
        ))}
      </ul>
    </div>
  );
}
