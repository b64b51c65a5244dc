import { useTranslation } from 'react-i18next';
import { textLength } from '@bedside/shared/text.ts';
import type { SessionView } from '@bedside/shared/view.ts';
import { ActionMenu } from './ActionMenu.tsx';
import { behind } from './behind.ts';

type InsertReplyProps = {
  replies: NonNullable<SessionView['savedReplies']>;
  /** What was written so far; a reply goes behind it. */
  text: string;
  /** Code points that the field takes. Replies that are longer by themselves are not offered. */
  max: number;
  onText: (text: string) => void;
};

/** A menu of the team's saved replies, for a field that is being written in. */
export function InsertReply({ replies, text, max, onText }: InsertReplyProps) {
  const { t } = useTranslation('moderate');
  const fitting = replies.filter((reply) => textLength(reply.text) <= max);
  if (fitting.length === 0) return null;
  return (
    <ActionMenu
      label={t('replies.insert')}
      items={fitting.map((reply) => ({ id: reply.id, label: reply.text, run: () => onText(behind(text, reply.text)) }))}
    />
  );
}
