import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaLink } from '../../media/link.ts';
import { type Figures, figuresOf, type Reading } from '../../media/figures.ts';
import { pictureOf, readStatistics } from '../../media/statistics.ts';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { showToast } from '../../ui/toasts.ts';
import styles from './Quality.module.css';

const EVERY_MS = 1000;

type StatisticsDialogProps = {
  link: MediaLink;
  stats: () => Promise<RTCStatsReport | null>;
  /** Of two pictures, the one that is told of. */
  large: MediaStream | null;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** For the curious: what arrives, each second, and only while it is looked at (rule S16). */
export function StatisticsDialog({ link, stats, large, isOpen, onOpenChange }: StatisticsDialogProps) {
  const { t } = useTranslation('quality');
  const rows = useRows(useFigures(link, stats, large, isOpen));
  const copy = async () => {
    const copied = await copyText(rows.map(([name, value]) => `${name}: ${value}`).join('\n'));
    showToast(copied ? { text: t('copied') } : { text: t('notCopied'), tone: 'danger' });
  };
  const actions = (
    <Button icon="copy" onPress={() => void copy()}>
      {t('copy')}
    </Button>
  );
  return (
    <Dialog title={t('statisticsTitle')} kind="sheet" isOpen={isOpen} onOpenChange={onOpenChange} actions={actions}>
      <p className={styles.note}>{t('statisticsNote')}</p>
      <dl className={styles.figures}>
        {rows.map(([name, value]) => (
          <div key={name} className={styles.figure}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function useFigures(
  link: MediaLink,
  stats: () => Promise<RTCStatsReport | null>,
  large: MediaStream | null,
  isOpen: boolean,
): Figures | null {
  const [figures, setFigures] = useState<Figures | null>(null);
  useEffect(() => {
    if (!isOpen) return;
    let before: Reading | null = null;
    let left = false;
    const look = async () => {
      const report = await stats().catch(() => null);
      if (left) return;
      const now = { at: performance.now(), statistics: report ? readStatistics(report, pictureOf(large)) : nothing };
      setFigures(figuresOf(before, now, link.state().layers));
      before = now;
    };
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [link, stats, large, isOpen]);
  return figures;
}

const nothing = { audio: null, video: null, path: null };

/** In words, in the order in which they are read. */
function useRows(figures: Figures | null): [string, string][] {
  const { t } = useTranslation('quality');
  const { bitrate, size, framesPerSecond, layer, lost, jitter, roundTrip, videoCodec, audioCodec, path } = figures ?? unknown;
  const ms = (value: number | null) => (value === null ? null : t('value.ms', { value }));
  const rows: [string, string | null][] = [
    [t('row.bitrate'), bitrate && t('value.bitrate', { all: bitrate.video + bitrate.audio, ...bitrate })],
    [t('row.size'), size && t('value.size', size)],
    [t('row.framesPerSecond'), framesPerSecond === null ? null : String(framesPerSecond)],
    [t('row.layer'), layer && t(layer.sent === null ? 'value.noLayer' : 'value.layer', layer)],
    [t('row.lost'), lost === null ? null : t('value.percent', { value: (lost * 100).toFixed(1) })],
    [t('row.jitter'), ms(jitter)],
    [t('row.roundTrip'), ms(roundTrip)],
    [t('row.videoCodec'), videoCodec],
    [t('row.audioCodec'), audioCodec],
    [t('row.path'), path && t('value.path', { path: t(`path.${path.kind}`), protocol: path.protocol })],
  ];
  return rows.map(([name, value]) => [name, value ?? t('value.unknown')]);
}

const unknown: Figures = {
  bitrate: null,
  size: null,
  framesPerSecond: null,
  layer: null,
  lost: null,
  jitter: null,
  roundTrip: null,
  videoCodec: null,
  audioCodec: null,
  path: null,
};
