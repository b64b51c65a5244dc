import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnHand, SessionView } from '@bedside/shared/view.ts';
import words from '../../i18n/en/voices.json' with { type: 'json' };
import { addWords } from '../../i18n/i18n.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { Help } from '../../help/Help.tsx';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNow } from '../../ui/clock.tsx';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { keep, readKept } from '../../ui/remembered.ts';
import { closeToast, showToast } from '../../ui/toasts.ts';
import styles from './Hand.module.css';
import { type Ending, endingOf, minutesOfRest } from './ending.ts';
import { type HandHelp, useHandHelp } from './use-hand-help.ts';

addWords('voices', words);

// For the few who come so far.
const RaiseDialog = lazyPart(() => import('./RaiseDialog.tsx').then((part) => part.RaiseDialog));
const ConsentDialog = lazyPart(() => import('./ConsentDialog.tsx').then((part) => part.ConsentDialog));
// What sends is loaded by who comes as far as the waiting room.
const Room = lazyPart(() => import('./Room.tsx').then((part) => part.Room));

/** Milliseconds between two looks at the clock, where minutes are told. */
const CLOCK_MS = 5000;

/** By which window of this browser somebody speaks: the one that agreed. */
const KEY = 'bedside.stage-window';
const thisWindow = () => sessionStorage;

/** A viewer's way to the stage: a hand, the invitation, the waiting room, the stage; and where help is, if it is about an emergency. */
export function Hand({ session }: { isOpen: boolean; session: SessionView }) {
  const { own } = useSession();
  const hand = own?.hand;
  const help = useHandHelp(hand);
  const card = useRef<HTMLDivElement>(null);
  const isUrgent = help.due.length > 0;
  useEffect(() => {
    if (isUrgent) card.current?.scrollIntoView({ block: 'start' });
  }, [isUrgent]);
  return (
    <>
      {isUrgent && (
        <div ref={card} className={styles.help}>
          <Help isOpen flags={help.due} onConfirm={help.confirm} />
        </div>
      )}
      <Steps session={session} hand={hand} help={help} />
    </>
  );
}

function Steps({ session, hand, help }: { session: SessionView; hand: OwnHand | undefined; help: HandHelp }) {
  const { t } = useTranslation('voices');
  const { own } = useSession();
  const send = useSend();
  const [raising, setRaising] = useState(false);
  const [here, setHere] = useState(() => readKept(thisWindow, KEY));
  /** Taken down by this page itself. */
  const meant = useRef<string | null>(null);
  const now = useNow(CLOCK_MS);
  const rest = own?.handRestUntil === undefined ? 0 : minutesOfRest(own.handRestUntil, now);
  const ending = useEnding(hand, meant, rest > 0);
  useSaid(hand);

  const lower = () => {
    meant.current = hand?.id ?? null;
    void send({ type: 'lower-hand' });
  };
  const speakHere = () => {
    if (!hand) return;
    keep(thisWindow, KEY, hand.id);
    setHere(hand.id);
  };

  const isTaken = (session.phase === 'open' || session.phase === 'live' || session.phase === 'paused') && !session.closed;
  if (!hand) {
    const mayRaise = isTaken && own?.mutedUntil === undefined;
    if (!mayRaise && !ending) return null;
    return (
      <div className={styles.offer}>
        {ending && (
          <p role="status" className={styles.note}>
            {t(ending)}
          </p>
        )}
        {mayRaise && rest > 0 && <p className={styles.note}>{t('hand.rest', { count: rest })}</p>}
        {mayRaise && rest === 0 && (
          <Button size="sm" icon="microphone" onPress={() => setRaising(true)}>
            {t('hand.raise')}
          </Button>
        )}
        <RaiseDialog isOpen={raising} onOpenChange={setRaising} onRead={help.reads} />
      </div>
    );
  }
  if (hand.stage === 'raised') {
    return (
      <Card tone="accent" className={styles.card}>
        <p className={styles.title}>{t('hand.up')}</p>
        <p className={styles.note}>{t('hand.upNote')}</p>
        <Button size="sm" onPress={lower}>
          {t('hand.lower')}
        </Button>
      </Card>
    );
  }
  if (hand.stage === 'invited') return <ConsentDialog isOpen waits={help.due.length > 0} onDecline={lower} onAccepted={speakHere} />;
  if (here !== hand.id) {
    return (
      <Card tone="accent" className={styles.card}>
        <p className={styles.title}>{t('hand.elsewhere')}</p>
        <div className={styles.actions}>
          <Button size="sm" icon="microphone" onPress={speakHere}>
            {t('hand.takeOver')}
          </Button>
          <Button size="sm" variant="danger" onPress={lower}>
            {t('hand.leave')}
          </Button>
        </div>
      </Card>
    );
  }
  return <Room isOpen session={session} onStage={hand.stage === 'on-stage'} onLeave={lower} />;
}

/** Why there is no hand any more, for who had one and did not take it down. */
function useEnding(hand: OwnHand | undefined, meant: { current: string | null }, rests: boolean): Ending | null {
  const [ending, setEnding] = useState<Ending | null>(null);
  const before = useRef<OwnHand | undefined>(undefined);
  useEffect(() => {
    if (hand) setEnding(null);
    else if (before.current) setEnding(endingOf(before.current, meant.current, rests));
    before.current = hand;
  }, [hand, meant, rests]);
  return ending;
}

/** What must not be missed is said at once. */
function useSaid(hand: OwnHand | undefined): void {
  const { t } = useTranslation('voices');
  const stage = hand?.stage;
  useEffect(() => {
    if (stage === 'invited') announce(t('hand.invitedTitle'), 'assertive');
    if (stage !== 'on-stage') return;
    announce(t('hand.onStageTitle'), 'assertive');
    const toast = showToast({ text: t('hand.onStageTitle') });
    // It says nothing that is no longer so.
    return () => closeToast(toast);
  }, [stage, t]);
}
