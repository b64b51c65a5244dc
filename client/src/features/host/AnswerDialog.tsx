import { useTranslation } from 'react-i18next';
import { limits } from '@bedside/shared/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { QuestionText } from '../../ui/QuestionCard.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './AnswerDialog.module.css';
import type { Writing } from './use-writing.ts';

/** The answer in writing that everybody sees under a question (rule M14). What was begun is kept until the page closes. */
export function AnswerDialog({ writing }: { writing: Writing }) {
  const { t } = useTranslation(['host', 'common']);
  const { question, text, change, publish, sending, problem, close } = writing;
  const actions = (
    <>
      <Button onPress={close}>{t('write.later')}</Button>
      <Button variant="primary" icon="check" isPending={sending} isDisabled={question === null} onPress={publish}>
        {t('write.publish')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={t(question?.answer === undefined ? 'write.title' : 'write.titleAgain')}
      isOpen={writing.isOpen}
      onOpenChange={close}
      actions={actions}
    >
      {question ? (
        <div className={styles.question}>
          <QuestionText text={question.text} />
        </div>
      ) : (
        <p>{t('write.gone')}</p>
      )}
      <p className={styles.reminder}>{t('write.reminder')}</p>
      <TextArea
        label={t('write.label')}
        description={t('write.note')}
        value={text}
        onChange={change}
        rows={6}
        maxLength={limits.answerMax}
        error={problem}
        autoFocus
      />
    </Dialog>
  );
}
