import { useEffect, useRef, useState } from 'react';
import { createGlossary } from '@bedside/shared/captions/glossary.ts';
import type { GlossaryTerm } from '@bedside/shared/captions/captions.ts';
import type { ErrorCode } from '@bedside/shared/errors.ts';
import type { SessionId } from '@bedside/shared/ids.ts';
import { CaptionText } from '@bedside/shared/text.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { keep, readKept, useRememberedChoice } from '../../ui/remembered.ts';
import { endsWord, isWhole, PAUSE_MS, paceOf, type Sent, type SendOn, sendOns, typedOf } from './typing.ts';

export type Typing = {
  text: string;
  change(text: string): void;
  submit(): void;
  sendOn: SendOn;
  setSendOn(on: SendOn): void;
  /** Lines that are not acked yet. */
  waiting: readonly string[];
  /** Why a line was not taken, until the next one is. */
  refused: ErrorCode | null;
  pace(now: number): number | null;
  /** Seconds from the first key of the last line until it was durable. */
  delay: number | null;
};

const thisWindow = () => sessionStorage;
/** Lines of which the pace is told. */
const REMEMBERED = 100;

/** The captioner's input: what is typed, sent phrase by phrase, and kept until the server has it (rule L4). */
export function useTyping(sessionId: SessionId, terms: readonly GlossaryTerm[]): Typing {
  const send = useSend();
  const { serverNow } = useSession();
  const key = `bedside.typed.${sessionId}`;
  const [text, setText] = useState(() => readKept(thisWindow, key) ?? '');
  const [waiting, setWaiting] = useState<readonly { number: number; text: string }[]>([]);
  const [refused, setRefused] = useState<ErrorCode | null>(null);
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const [delay, setDelay] = useState<number | null>(null);
  const [sendOn, setSendOn] = useRememberedChoice('bedside.captions.send-on', sendOns, 'punctuation', () => localStorage);
  /** When the first key of this phrase was pressed, on the server's clock. */
  const begun = useRef<number | null>(null);
  const numbers = useRef(0);

  useEffect(() => {
    const typed = typedOf(
      waiting.map((line) => line.text),
      text,
    );
    keep(thisWindow, key, typed);
  }, [key, waiting, text]);

  const submit = (whole = text) => {
    const line = CaptionText.safeParse(whole);
    if (!line.success) {
      if (whole.trim() !== '') setRefused('too-large');
      return;
    }
    const now = serverNow();
    const at = Math.round(begun.current ?? now);
    const number = ++numbers.current;
    begun.current = null;
    setText('');
    setWaiting((lines) => [...lines, { number, text: line.data }]);
    setSent((lines) => [...lines, { at: now, length: line.data.length }].slice(-REMEMBERED));
    void send({ type: 'add-caption', text: line.data, at }).then((answer) => {
      setWaiting((lines) => lines.filter((each) => each.number !== number));
      setRefused(answer.ok ? null : answer.error.code);
      if (answer.ok) setDelay(Math.max(0, serverNow() - at) / 1000);
      else setText((later) => typedOf([line.data], later));
    });
  };

  useEffect(() => {
    if (sendOn !== 'pause' || text.trim() === '') return;
    const timer = setTimeout(() => submit(), PAUSE_MS);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- each key begins the pause anew
  }, [text, sendOn]);

  const read = createGlossary(terms);
  return {
    text,
    change(next) {
      if (text.trim() === '' && next.trim() !== '') begun.current = serverNow();
      // While something is deleted nothing is expanded: that would bring it back.
      const typed = next.length > text.length && endsWord(next) ? read(next) : next;
      if (isWhole(typed, sendOn)) submit(typed);
      else setText(typed);
    },
    submit: () => submit(),
    sendOn,
    setSendOn,
    waiting: waiting.map((line) => line.text),
    refused,
    pace: (now) => paceOf(sent, now),
    delay,
  };
}
