import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phase, QuestionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';

const said = { live: 'announce.live', paused: 'announce.paused', ended: 'announce.ended' } as const;

/** Has a screen reader say what changed for everyone: the phase, and the question being answered. Never what was so on arrival. */
export function useSessionNews(phase: Phase, closed: boolean, answering: QuestionView | null): void {
  const { t } = useTranslation('watch');
  const before = useRef({ phase, closed, answeringId: answering?.id });
  const text = answering?.text ?? null;
  useEffect(() => {
    const { phase: oldPhase, closed: wasClosed, answeringId } = before.current;
    before.current = { phase, closed, answeringId: answering?.id };
    if (closed !== wasClosed) announce(t(closed ? 'announce.closed' : 'announce.reopened'));
    else if (phase !== oldPhase && phase !== 'scheduled' && phase !== 'open') announce(t(said[phase]));
    else if (answering && answering.id !== answeringId && text !== null) announce(t('announce.answering', { question: text }));
  }, [phase, closed, answering, text, t]);
}
