import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionCommand } from '@bedside/shared/commands.ts';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import type { OutputsView } from '@bedside/shared/view.ts';
import { useAsk, useSend } from '../../net/session-context.tsx';
import { showToast } from '../../ui/toasts.ts';

/** Milliseconds between two looks at how outputs do. */
const LOOK_MS = 2000;

export type Healths = Readonly<Record<string, OutputHealth>>;

/**
 * By `recording`, `hls` or a target's id. `available` is false where the server has no ffmpeg; null before it is known. `labels` name
 * targets by their ids; null before it is known.
 */
export type OutputsStatus = { healths: Healths; available: boolean | null; labels: Readonly<Record<string, string>> | null };

const unknown: OutputsStatus = { healths: {}, available: null, labels: null };

/** How everything does that goes out, asked for again and again while `wanted`, and at once where there is another target. */
export function useOutputsStatus(wanted: boolean, targets: OutputsView['targets'] = []): OutputsStatus {
  const ask = useAsk();
  const [status, setStatus] = useState(unknown);
  const known = targets.map(({ id }) => id).join();
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    const look = async () => {
      const answer = await ask('outputs:status', {});
      if (!left && answer.ok) setStatus({ healths: answer.healths, available: answer.available, labels: answer.labels });
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ask, wanted, known]);
  return status;
}

/** Anything goes out, or is meant to. */
export const isAnyOn = ({ recording, hls, targets }: OutputsView) => recording || hls || targets.some(({ on }) => on);

/** Sends, and says so where it is refused; true where it was taken. */
export function useSendSaying(): (command: SessionCommand) => Promise<boolean> {
  const { t } = useTranslation('common');
  const send = useSend();
  return async (command) => {
    const answer = await send(command);
    if (!answer.ok) showToast({ text: t(`error.${answer.error.code}`), tone: 'danger' });
    return answer.ok;
  };
}
