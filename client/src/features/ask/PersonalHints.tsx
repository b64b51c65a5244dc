import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import styles from './Hints.module.css';
import { excerptOf, type Mark, type Replaced, replaceMarks } from './marks.ts';

type PersonalHintsProps = {
  text: string;
  marks: readonly Mark[];
  onReplace(replaced: Replaced, said: string): void;
};

/** What may say who somebody is, to be replaced word by word, by whom it is about (rules G1 to G3). */
export function PersonalHints({ text, marks, onReplace }: PersonalHintsProps) {
  const { t } = useTranslation('ask');
  const title = useId();

  const replace = (mark: Mark) => {
    const instead = t(`personal.instead.${mark.kind}`);
    onReplace(
      replaceMarks(text, [mark], () => instead),
      t('personal.replaced', { instead }),
    );
  };
  const replaceAll = () =>
    onReplace(
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
