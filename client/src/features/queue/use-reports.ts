import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportReason } from '@bedside/shared/commands.ts';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { useSend } from '../../net/session-context.tsx';
import { showToast } from '../../ui/toasts.ts';

export type Reports = {
  /** Reported from this page: remembered as long as it is open, told to nobody. */
  done: ReadonlySet<QuestionId>;
  asked: QuestionId | null;
  ask(id: QuestionId): void;
  close(): void;
  send(reason: ReportReason): void;
};

/** Reports of public questions (rule H3). */
export function useReports(): Reports {
  const { t } = useTranslation(['watch', 'common']);
  const tell = useSend();
  const [done, setDone] = useState<ReadonlySet<QuestionId>>(new Set());
  const [asked, setAsked] = useState<QuestionId | null>(null);
  return {
    done,
    asked,
    ask: setAsked,
    close: () => setAsked(null),
    send(reason) {
      if (!asked) return;
      void tell({ type: 'report-question', questionId: asked, reason }).then((answer) => {
        if (!answer.ok) return void showToast({ text: t(`common:error.${answer.error.code}`), tone: 'danger' });
        setDone((now) => new Set(now).add(asked));
        showToast({ text: t('queue.reported') });
      });
    },
  };
}
