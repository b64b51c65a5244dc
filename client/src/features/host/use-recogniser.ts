import { useEffect, useRef, useState } from 'react';
import { CaptionText } from '@bedside/shared/text.ts';
import { useSend, useSession } from '../../net/session-context.tsx';
import { useRememberedChoice } from '../../ui/remembered.ts';
import { createRecogniser, type RecogniserState } from './recogniser.ts';

export type Recogniser = {
  /** `local`: the browser says that it can recognise without sending the sound away; null until it has said. */
  kind: 'none' | 'local' | 'remote' | null;
  /** The doctor chose it, knowing where the sound goes (rule L11). */
  agreed: boolean;
  state: RecogniserState | 'waiting';
  agree(): void;
  stop(): void;
};

const constructorOf = () => window.SpeechRecognition ?? window.webkitSpeechRecognition ?? null;
const choices = ['off', 'agreed'] as const;

/** Captions from this browser's own recogniser, while the doctor is `heard` and has agreed. */
export function useRecogniser(heard: boolean, track: MediaStreamTrack | null): Recogniser {
  const send = useSend();
  const { serverNow, view } = useSession();
  const [choice, choose] = useRememberedChoice(`bedside.recogniser.${view?.session.id ?? ''}`, choices, 'off');
  const [kind, setKind] = useState<Recogniser['kind']>(() => (constructorOf() ? null : 'none'));
  const [state, setState] = useState<RecogniserState>('off');
  const clock = useRef(serverNow);
  useEffect(() => {
    clock.current = serverNow;
  }, [serverNow]);

  useEffect(() => {
    let left = false;
    void isLocal().then((local) => {
      if (!left && constructorOf()) setKind(local ? 'local' : 'remote');
    });
    return () => {
      left = true;
    };
  }, []);

  const on = choice === 'agreed' && heard && (kind === 'local' || kind === 'remote');
  useEffect(() => {
    const Made = constructorOf();
    if (!on || !Made) return;
    const recogniser = createRecogniser({
      make() {
        const recognition = new Made();
        recognition.lang = navigator.language;
        recognition.continuous = true;
        recognition.interimResults = true;
        if (kind === 'local') recognition.processLocally = true;
        return recognition;
      },
      now: () => clock.current(),
      say(text, at) {
        const line = CaptionText.safeParse(text);
        if (line.success) void send({ type: 'add-caption', text: line.data, at: Math.round(at) });
      },
      onState: setState,
    });
    recogniser.start(track);
    return recogniser.stop;
  }, [on, kind, track, send]);

  const waits = choice === 'agreed' && !on && state !== 'denied' && state !== 'failed';
  return {
    kind,
    agreed: choice === 'agreed',
    state: waits ? 'waiting' : state,
    agree: () => choose('agreed'),
    stop: () => choose('off'),
  };
}

/** https://webaudio.github.io/web-speech-api/#dom-speechrecognition-available; browsers without it say nothing, and may send the sound away. */
async function isLocal(): Promise<boolean> {
  try {
    return (await constructorOf()?.available?.({ langs: [navigator.language], processLocally: true })) === 'available';
  } catch {
    return false;
  }
}
