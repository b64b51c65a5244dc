import { useEffect, useRef } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import type { QuestionView } from '@bedside/shared/view.ts';
import { Missing, type MissingProps } from '../../ui/lazy-part.tsx';
import { asksForHelp } from '../../help/confirming.ts';
import { PlainHelp } from '../../help/PlainHelp.tsx';

type OwnMissingProps = MissingProps & { questions: readonly QuestionView[]; called: QuestionId | null };

/** In place of one's own questions where they can't be loaded: where help is, if one of them asks for it (rule F5). */
export function OwnMissing({ questions, called, ...missing }: OwnMissingProps) {
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (called !== null) top.current?.scrollIntoView({ block: 'start' });
  }, [called]);
  return (
    <div ref={top}>
      <PlainHelp isOpen={questions.some(asksForHelp)} />
      <Missing {...missing} />
    </div>
  );
}
