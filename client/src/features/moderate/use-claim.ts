import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { QuestionId } from '@bedside/shared/ids.ts';
import { useSend } from '../../net/session-context.tsx';
import { type Attention, claimStep, noClaim } from './claiming.ts';

/** Milliseconds without a key or a movement after which nobody counts as sitting at a page. */
const UNATTENDED_MS = 120_000;
const INPUTS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Tells colleagues which question is open on this page (rule M8), and takes that back when it no longer is. */
export function useClaim({ id, engaged, connected }: { id: QuestionId | null; engaged: boolean; connected: boolean }): void {
  const send = useSend();
  const [isVisible, isAttended] = [useVisible(), useAttended()];
  const visible = isVisible && isAttended && connected;
  const claiming = useRef(noClaim);
  const [beat, setBeat] = useState(0);

  const run = useEffectEvent((attention: Attention) => {
    const { next, claim, release, wakeInMs } = claimStep(claiming.current, attention, performance.now());
    claiming.current = next;
    // Whatever the answer, the lists show who has it.
    if (release) void send({ type: 'release-question', questionId: release });
    if (claim) void send({ type: 'claim-question', questionId: claim });
    return wakeInMs;
  });
  useEffect(() => {
    const wakeInMs = run({ id, engaged, visible });
    if (wakeInMs === null) return;
    const timer = setTimeout(() => setBeat((now) => now + 1), wakeInMs);
    return () => clearTimeout(timer);
  }, [id, engaged, visible, beat]);

  const leave = useEffectEvent(() => run({ id: null, engaged: false, visible: false }));
  useEffect(() => {
    const onLeave = () => void leave();
    // A page that is closed unmounts nothing.
    addEventListener('pagehide', onLeave);
    return () => {
      removeEventListener('pagehide', onLeave);
      onLeave();
    };
  }, []);
}

/** Whether somebody is at this page: a desk that selected a question by itself, in an empty room, must not look taken up with it. */
function useAttended(): boolean {
  const [attended, setAttended] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const onInput = () => {
      setAttended(true);
      clearTimeout(timer);
      timer = setTimeout(() => setAttended(false), UNATTENDED_MS);
    };
    for (const input of INPUTS) addEventListener(input, onInput, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of INPUTS) removeEventListener(input, onInput);
    };
  }, []);
  return attended;
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const read = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, []);
  return visible;
}
