import type { Layers } from '@bedside/shared/rpc.ts';
import type { Statistics, TrackStatistics } from './statistics.ts';

/** What a browser had counted at a moment, in milliseconds of any clock that does not jump. */
export type Reading = { at: number; statistics: Statistics };

/** What people read of two readings; null for what is not known. */
export type Figures = {
  /** Kilobits per second. */
  bitrate: { video: number; audio: number } | null;
  size: { width: number; height: number } | null;
  framesPerSecond: number | null;
  /** Counted from 1, of how many; `sent` is null where none is sent. */
  layer: { sent: number | null; of: number } | null;
  /** Of all packets between the two, 0 to 1. */
  lost: number | null;
  /** Milliseconds. */
  jitter: number | null;
  roundTrip: number | null;
  videoCodec: string | null;
  audioCodec: string | null;
  path: { kind: 'host' | 'srflx' | 'prflx' | 'relay'; protocol: string } | null;
};

const kinds = ['host', 'srflx', 'prflx', 'relay'] as const;

export function figuresOf(before: Reading | null, now: Reading, layers: Layers | null): Figures {
  const { audio, video, path } = now.statistics;
  const seconds = before ? (now.at - before.at) / 1000 : 0;
  const past = seconds > 0 ? before?.statistics : null;
  // Another transport counts from nothing again.
  const more = (of: 'audio' | 'video', what: 'bytes' | 'packets' | 'lost') =>
    Math.max(0, (now.statistics[of]?.[what] ?? 0) - (past?.[of]?.[what] ?? 0));
  const kilobits = (of: 'audio' | 'video') => Math.round((more(of, 'bytes') * 8) / 1000 / seconds);
  const lost = more('audio', 'lost') + more('video', 'lost');
  const all = lost + more('audio', 'packets') + more('video', 'packets');
  const kind = kinds.find((each) => each === path?.kind);
  return {
    bitrate: past ? { video: kilobits('video'), audio: kilobits('audio') } : null,
    size: video?.width && video.height ? { width: video.width, height: video.height } : null,
    framesPerSecond: past && video ? Math.max(0, Math.round((video.frames - (past.video?.frames ?? 0)) / seconds)) : null,
    layer: layers?.best == null ? null : { sent: layers.sent === null ? null : layers.sent + 1, of: layers.best + 1 },
    lost: past && all > 0 ? lost / all : null,
    jitter: milliseconds(video?.jitter ?? audio?.jitter),
    roundTrip: milliseconds(path?.roundTrip),
    videoCodec: codecOf(video),
    audioCodec: codecOf(audio),
    path: kind ? { kind, protocol: path?.protocol?.toUpperCase() ?? '' } : null,
  };
}

const milliseconds = (seconds: number | null | undefined) => (typeof seconds === 'number' ? Math.round(seconds * 1000) : null);

/** Without the kind before it: video/VP8. */
const codecOf = (track: TrackStatistics | null) => track?.codec?.replace(/^\w+\//, '') ?? null;
