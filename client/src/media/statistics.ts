import * as z from 'zod/mini';

/** What one track brought so far, from the browser's own counters (https://www.w3.org/TR/webrtc-stats/). */
export type TrackStatistics = {
  kind: 'audio' | 'video';
  bytes: number;
  packets: number;
  lost: number;
  /** Seconds. */
  jitter: number | null;
  codec: string | null;
};

export type VideoStatistics = TrackStatistics & {
  frames: number;
  framesPerSecond: number | null;
  width: number | null;
  height: number | null;
  /** Seconds in which the picture stood still, so far; null where the browser does not count them. */
  frozen: number | null;
};

/** The way it comes. `kind` is this end's candidate's: host, srflx, prflx, relay. */
export type PathStatistics = { roundTrip: number | null; kind: string | null; protocol: string | null };

export type Statistics = { audio: TrackStatistics | null; video: VideoStatistics | null; path: PathStatistics | null };

const count = z.optional(z.number());
const name = z.optional(z.string());

const Entry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('inbound-rtp'),
    kind: z.enum(['audio', 'video']),
    mid: name,
    trackIdentifier: name,
    codecId: name,
    bytesReceived: count,
    packetsReceived: count,
    packetsLost: count,
    jitter: count,
    framesDecoded: count,
    framesPerSecond: count,
    frameWidth: count,
    frameHeight: count,
    totalFreezesDuration: count,
  }),
  z.object({ type: z.literal('codec'), id: z.string(), mimeType: z.string() }),
  z.object({ type: z.literal('transport'), selectedCandidatePairId: name }),
  z.object({
    type: z.literal('candidate-pair'),
    id: z.string(),
    state: name,
    nominated: z.optional(z.boolean()),
    localCandidateId: name,
    currentRoundTripTime: count,
  }),
  z.object({ type: z.literal('local-candidate'), id: z.string(), candidateType: name, protocol: name }),
]);
type Entry = z.infer<typeof Entry>;
type Inbound = Extract<Entry, { type: 'inbound-rtp' }>;

/** How a browser's statistics name a stream's picture. */
export const pictureOf = (stream: MediaStream | null): string | undefined => stream?.getTracks().find(({ kind }) => kind === 'video')?.id;

/** `report` is an `RTCStatsReport`, or what else lists its entries. Of two pictures it tells of the one whose track `picture` names. */
export function readStatistics(report: { forEach(each: (entry: unknown) => void): void }, picture?: string): Statistics {
  const entries: Entry[] = [];
  report.forEach((entry) => {
    const parsed = Entry.safeParse(entry);
    if (parsed.success) entries.push(parsed.data);
  });
  const of = <T extends Entry['type']>(type: T) => entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);

  const track = (inbound: Inbound): TrackStatistics => ({
    kind: inbound.kind,
    bytes: inbound.bytesReceived ?? 0,
    packets: inbound.packetsReceived ?? 0,
    lost: inbound.packetsLost ?? 0,
    jitter: inbound.jitter ?? null,
    codec: of('codec').find(({ id }) => id === inbound.codecId)?.mimeType ?? null,
  });
  // mediasoup-client adds a receiver for bandwidth probes that is no track.
  const tracks = of('inbound-rtp').filter(({ mid }) => mid !== 'probator');
  const audio = tracks.find(({ kind }) => kind === 'audio');
  const pictures = tracks.filter(({ kind }) => kind === 'video');
  const video = pictures.find(({ trackIdentifier }) => trackIdentifier === picture) ?? pictures[0];

  const chosen = of('transport').find(({ selectedCandidatePairId }) => selectedCandidatePairId !== undefined)?.selectedCandidatePairId;
  // Not every browser says which pair is used.
  const pair =
    of('candidate-pair').find(({ id }) => id === chosen) ??
    of('candidate-pair').find(({ nominated, state }) => nominated === true && state === 'succeeded');
  const local = of('local-candidate').find(({ id }) => id === pair?.localCandidateId);
  return {
    audio: audio ? track(audio) : null,
    video: video
      ? {
          ...track(video),
          frames: video.framesDecoded ?? 0,
          framesPerSecond: video.framesPerSecond ?? null,
          width: video.frameWidth ?? null,
          height: video.frameHeight ?? null,
          frozen: video.totalFreezesDuration ?? null,
        }
      : null,
    path: pair
      ? { roundTrip: pair.currentRoundTripTime ?? null, kind: local?.candidateType ?? null, protocol: local?.protocol ?? null }
      : null,
  };
}
