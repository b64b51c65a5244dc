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
  const found = hand?.redFlags?.join(' ');
  const isUnread = found !== undefined && hand?.emergencyRead !== true;
  const isRaised = hand !== undefined;
  useEffect(() => {
    if (!isRaised) return;
    const flags = isUnread ? (hand?.redFlags ?? []) : [];
    // For one hand: another one's signs are to be read about anew.
    const before = read.current;
    read.current = nothingRead;
    if (hand?.emergencyRead) return setDue([]);
    // What is over, or another hand that says nothing, is no reason to take away where help is.
    if (flags.length === 0) return;
    const show = () => {
      setDue(flags);
      announce(t('hand.urgent'), 'assertive');
    };
    if (!isRead(flags, before)) return show();
    void send({ type: 'confirm-hand-emergency' }).then(({ ok }) => {
      if (!ok) show();
    });
    // oxlint-disable-next-line react/exhaustive-deps -- `found` says it of the flags, whatever view they are from
  }, [isRaised, isUnread, found, send, t]);
  return {
    due,
    confirm() {
      setDue([]);
      if (isUnread) void send({ type: 'confirm-hand-emergency' });
    },
    reads(next) {
      read.current = next;
    },
  };
}
