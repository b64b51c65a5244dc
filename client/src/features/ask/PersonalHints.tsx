import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Hints.module.css';
import { excerptOf, type Mark, replaceMark, replaceMarks } from './marks.ts';

type PersonalHintsProps = {
  text: string;
  marks: readonly Mark[];
  onChange(text: string): void;
  /** The text as it is at the moment, for what is undone later. */
  textNow(): string;
};

/** What may say who somebody is, to be replaced word by word, by whom it is about (rules G1 to G3). */
export function PersonalHints({ text, marks, onChange, textNow }: PersonalHintsProps) {
  const { t } = useTranslation(['ask', 'common']);
  const title = useId();

  const put = (next: string, said: string) => {
    const before = text;
    onChange(next);
    const undo = () => {
      if (textNow() === next) onChange(before);
    };
    showToast({ text: said, action: { label: t('common:action.undo'), run: undo } });
  };
  const replace = (mark: Mark) => {
    const instead = t(`personal.instead.${mark.kind}`);
    put(replaceMark(text, mark, instead), t('personal.replaced', { instead }));
  };
  const replaceAll = () =>
    put(
      replaceMarks(text, marks, (kind) => t(`personal.instead.${kind}`)),
      t('personal.replacedAll'),
    );

  return (
    <section className={styles.hints} aria-labelledby={title}>
      <h3 id={title} className={styles.title}>
        {t('personal.title')}
      </h3>
      <ul className={styles.marks}>
        {marks.map((mark) => (
          <li key={`${mark.start} ${mark.words}`} className={styles.mark}>
            <span>
              {t(`personal.kind.${mark.kind}`)} <bdi className={styles.words}>“{excerptOf(mark)}”</bdi>
            </span>
            <Button
              size="sm"
              className={styles.act}
              aria-label={t('personal.replaceThis', { words: excerptOf(mark), instead: t(`personal.instead.${mark.kind}`) })}
              onPress={() => replace(mark)}
            >
              {t('personal.replace')}
            </Button>
          </li>
        ))}
      </ul>
      {marks.length > 1 && (
        <Button size="sm" variant="quiet" className={styles.all} onPress={replaceAll}>
          {t('personal.replaceAll')}
        </Button>
      )}
      <p className={styles.note}>{t('personal.note')}</p>
    </section>
  );
}
