import { createFragmentCutter, type Fragment } from './fragments.ts';
import type { Sink, SinkEvents } from './output.ts';
import { startFfmpeg } from './process.ts';

/** Segments that a playlist names, and that are kept beyond them for who read an earlier one. */
const LISTED = 6;
const KEPT = 12;
/** Milliseconds: what numbers the first segment, so that another node that takes over goes on with higher ones. */
const NUMBER_MS = 2000;

const args = [
  ...['-probesize', '500000', '-analyzeduration', '500000', '-f', 'mpegts', '-i', 'pipe:0'],
  ...['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy', '-bsf:a', 'aac_adtstoasc', '-f', 'mp4', '-use_editlist', '0', '-flush_packets', '1'],
  // A fragment for each keyframe.
  ...['-movflags', '+frag_keyframe+delay_moov+default_base_moof', 'pipe:1'],
];

type Segment = { number: number; run: number; bytes: Buffer; ms: number; happenedAt: number };

/** A file of a rendition as it is served. */
export type HlsFile = { type: 'application/vnd.apple.mpegurl' | 'video/mp4'; bytes: Buffer };

export type Hls = {
  open(on: SinkEvents, at: number): Promise<Sink>;
  /** Null for what is not there (any more). */
  file(name: string): HlsFile | null;
  /** What was shown until now is not to be read any more. */
  forget(): void;
};

/** An HLS rendition (RFC 8216bis) of the last seconds, in memory: nothing is written that would have to be removed. */
export function createHls(options: { ffmpeg: string; happenedAt: (ms: number) => number; now: () => number }): Hls {
  const { now } = options;
  let next = Math.floor(now() / NUMBER_MS);
  let run = 0;
  const inits = new Map<number, Buffer>();
  let segments: Segment[] = [];

  function add({ bytes, at, duration }: Fragment, of: number): void {
    segments.push({ number: next, run: of, bytes, ms: duration, happenedAt: options.happenedAt(at) });
    next += 1;
    segments = segments.slice(-KEPT);
    for (const known of inits.keys()) if (known < (segments[0]?.run ?? 0)) inits.delete(known);
  }

  function playlist(): Buffer | null {
    const listed = segments.slice(-LISTED);
    const [first] = listed;
    if (!first) return null;
    const target = Math.ceil(Math.max(...listed.map(({ ms }) => ms)) / 1000);
    const lines = [
      '#EXTM3U',
      '#EXT-X-VERSION:7',
      `#EXT-X-TARGETDURATION:${target}`,
      `#EXT-X-MEDIA-SEQUENCE:${first.number}`,
      // Grows with the runs, on another node too.
      `#EXT-X-DISCONTINUITY-SEQUENCE:${first.run}`,
      '#EXT-X-INDEPENDENT-SEGMENTS',
    ];
    let before: Segment | null = null;
    for (const segment of listed) {
      if (before?.run !== segment.run) {
        if (before) lines.push('#EXT-X-DISCONTINUITY');
        lines.push(`#EXT-X-MAP:URI="init-${segment.run}.mp4"`);
      }
      lines.push(
        `#EXT-X-PROGRAM-DATE-TIME:${new Date(segment.happenedAt).toISOString()}`,
        `#EXTINF:${(segment.ms / 1000).toFixed(3)},`,
        `${segment.number}.m4s`,
      );
      before = segment;
    }
    return Buffer.from(`${lines.join('\n')}\n`);
  }

  return {
    async open(on, began) {
      let first: number | null = null;
      run = Math.max(run + 1, Math.floor(now() / 1000));
      const mine = run;
      const cut = createFragmentCutter({
        init: (bytes) => inits.set(mine, bytes),
        fragment(fragment) {
          if (mine !== run) return;
          // Its own clock begins anywhere.
          first ??= fragment.at;
          add({ ...fragment, at: began + fragment.at - first }, mine);
          on.wrote();
        },
      });
      return startFfmpeg(options.ffmpeg, args, { output: cut, ended: () => on.ended({ why: 'ended' }) });
    },
    file(name) {
      if (name === 'index.m3u8') {
        const bytes = playlist();
        return bytes && { type: 'application/vnd.apple.mpegurl', bytes };
      }
      const [, of, number] = /^(?:init-(\d{1,12})\.mp4|(\d{1,12})\.m4s)$/.exec(name) ?? [];
      const bytes =
        of !== undefined
          ? inits.get(Number(of))
          : number !== undefined
            ? segments.find((one) => one.number === Number(number))?.bytes
            : undefined;
      return bytes ? { type: 'video/mp4', bytes } : null;
    },
    forget() {
      segments = [];
    },
  };
}
