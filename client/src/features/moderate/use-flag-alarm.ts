import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandView, QuestionView } from '@bedside/shared/view.ts';
import { announce } from '../../ui/announce.ts';
import { unheard } from './alarm.ts';
import { chime, letSound } from './chime.ts';

/** What may carry red flags: a question, or a raised hand (rule F6). */
type Flagged = QuestionView | HandView;

/** Says at once that a question or a hand with red flags came, and lets it be heard where that is wanted. The selection stays where it is. */
export function useFlagAlarm(waiting: readonly Flagged[], sound: boolean): void {
  const { t } = useTranslation('moderate');
  const heard = useRef<Set<string>>(undefined);
  const tell = useEffectEvent((questions: readonly Flagged[]) => {
    const known = (heard.current ??= new Set(questions.map(({ id }) => id)));
    const fresh = unheard(known, questions);
    const last = fresh.at(-1);
    if (!last) return;
    for (const { id } of fresh) known.add(id);
    const signs = (last.redFlags ?? []).map((flag) => t(`flag.${flag}`)).join(', ');
    const came = 'raisedAt' in last ? 'flags.handCame' : 'flags.came';
    announce(fresh.length === 1 ? t(came, { signs }) : t('flags.cameMany', { count: fresh.length }), 'assertive');
    if (sound) chime();
  });
  useEffect(() => tell(waiting), [waiting]);
  useEffect(() => {
    if (!sound) return;
    const gestures = new AbortController();
    const onGesture = () => {
      letSound();
      gestures.abort();
    };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, onGesture, { signal: gestures.signal });
    return () => gestures.abort();
  }, [sound]);
}
