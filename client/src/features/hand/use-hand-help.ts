import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagCode } from '@bedside/shared/marks.ts';
import type { OwnHand } from '@bedside/shared/view.ts';
import { type HaveRead, isRead, nothingRead } from '../../help/confirming.ts';
import { useSend } from '../../net/session-context.tsx';
import { announce } from '../../ui/announce.ts';

export type HandHelp = {
  /** Signs for which where help is shows; none once it was read. */
  due: readonly FlagCode[];
  confirm(): void;
  /** What was read while writing, before it is sent. */
  reads(read: HaveRead): void;
};

/** Where help is, for the signs in what one's own hand is about, until that was read: also when the hand is down by then (rule F6). */
export function useHandHelp(hand: OwnHand | undefined): HandHelp {
  const { t } = useTranslation('voices');
  const send = useSend();
  const [due, setDue] = useState<readonly FlagCode[]>([]);
  const read = useRef(nothingRead);
  const isRaised = hand !== undefined;
  const isConfirmed = hand?.emergencyRead === true;
  const unread = isConfirmed ? [] : (hand?.redFlags ?? []);
  const found = unread.join(' ');
  useEffect(() => {
    if (!isRaised) return;
    // For one hand: another one's signs are to be read about anew.
    const before = read.current;
    read.current = nothingRead;
    if (isConfirmed) return setDue([]);
    // What is over, or another hand that says nothing, is no reason to take away where help is.
    if (unread.length === 0) return;
    const show = () => {
      setDue(unread);
      announce(t('hand.urgent'), 'assertive');
    };
    if (!isRead(unread, before)) return show();
    void send({ type: 'confirm-hand-emergency' }).then(({ ok }) => {
      if (!ok) show();
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `found` says it of the flags, whatever view they are from
  }, [isRaised, isConfirmed, found, send, t]);
  return {
    due,
    confirm() {
      setDue([]);
      if (unread.length > 0) void send({ type: 'confirm-hand-emergency' });
    },
    reads(next) {
      read.current = next;
    },
  };
}
