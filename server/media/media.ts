import type { TrackSource } from '@bedside/shared/commands.ts';
import type { NodeId } from '@bedside/shared/ids.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import type { CallResult, Quality, SourceLayers } from '@bedside/shared/rpc.ts';
import type { Tap, TapEvents } from './tap.ts';
import type { DtlsParameters, IceParameters, RtpCapabilities, RtpParameters, TransportOptions } from '@bedside/shared/rtp.ts';
import type { StageId } from '@bedside/shared/stage-id.ts';

/**
 * One page's part in one channel: at most one sending and one receiving transport. `person:tab`, and the channel where it is
 * not the doctor's own, so that it outlives a socket's reconnect; who wires sockets calls `leave` when the page has been gone
 * for `limits.peerGraceMs`.
 */
export type PeerId = string;

/** What the media layer tells; app.ts turns it into commands of the log. */
export type MediaEvents = {
  /** The doctor's transport or worker is gone though nobody took the stream off stage. */
  lost: (stageId: StageId, epoch: number) => void;
  /** A viewer's transport is gone though neither the viewer nor the log wanted it: watching again helps. */
  ended: (peer: PeerId) => void;
  /** Which layer of a picture a viewer is sent, or the best one there is, has changed. */
  layers: (peer: PeerId, layers: SourceLayers) => void;
};

/** What the log says is on stage, wherever: under which epoch, at which node, and which tracks may flow now (rules S7, S8). */
export type StreamNow = Readonly<{
  epoch: number;
  node: NodeId | null;
  flow: Readonly<Record<TrackSource, boolean>>;
  /** `staff`: a rehearsal, which the public is not sent (rule S21); absent: everybody. */
  to?: 'all' | 'staff';
}>;

/** What opens a viewer's side; ways through other servers are not the SFU's to tell. */
export type Watching = Omit<CallResult<'media:watch'>, 'iceServers'>;

/** What one worker carries. */
export type MediaLoad = { index: number; viewers: number; ingests: number };

/** How many of each exist now, for metrics. */
export type MediaCounts = { workers: number; routers: number; pipes: number; transports: number; producers: number; consumers: number };

/**
 * The SFU. Rejects with `Refusal('media-unavailable' | 'no-stream' | 'bad-request')`.
 * `epoch` is the log's: whoever puts a stream on stage asks the log for it first.
 */
export interface Media {
  /** The same for every session while the process lives. Null where there never was a worker. */
  routerRtpCapabilities(stageId: StageId): Promise<CallResult<'session:join'>['media']>;
  /** Refused with `no-stream` to the public while what is on stage is for staff. */
  watch(
    stageId: StageId,
    peer: PeerId,
    rtpCapabilities: RtpCapabilities,
    quality?: Quality,
    audience?: Audience,
    /**
     * For who is no page of ours: these alone, under the payload types of its capabilities. Its transport ends (`ended`) when it is not
     * heard of any more, and when one of these ends.
     */
    sources?: readonly TrackSource[],
  ): Promise<Watching>;
  start(peer: PeerId, dtlsParameters: DtlsParameters): Promise<void>;
  /** Sends what the viewer chose, from now on (rule S13). */
  choose(peer: PeerId, quality: Quality): Promise<void>;
  restartIce(peer: PeerId, direction: 'send' | 'recv'): Promise<IceParameters>;
  /** `connectMs`: how long it may take to connect before it counts as lost; a page says itself that it can't. */
  publish(stageId: StageId, peer: PeerId, connectMs?: number): Promise<TransportOptions>;
  connect(peer: PeerId, dtlsParameters: DtlsParameters): Promise<void>;
  produce(peer: PeerId, source: TrackSource, rtpParameters: RtpParameters): Promise<string>;
  /** What `peer` has produced and not yet put on stage or has on stage. */
  produced(peer: PeerId): readonly TrackSource[];
  /**
   * Makes what `peer` produced the session's stage at `epoch`, replacing any other: the transport of a page that
   * was replaced is closed, without `lost`. If this rejects, `lost` is told of `epoch`, which the log already has.
   */
  stage(stageId: StageId, peer: PeerId, epoch: number): Promise<void>;
  /** The page whose stage at `epoch` this is, while it sends here; null where none does. */
  onStage(stageId: StageId, epoch: number): PeerId | null;
  /** Closes the sending transport, without `lost`. Answers with the epoch that this peer had on stage, null if none. */
  unpublish(peer: PeerId): { stageId: StageId; epoch: number } | null;
  /**
   * Follows the log, null where nothing is on stage. Until it is called nothing flows, and nobody watches. A stage of
   * this node that the log has at another by now is closed after a moment, without `lost`.
   */
  follow(stageId: StageId, stream: StreamNow | null): Promise<void>;
  /** Reads what is on stage at `epoch`, as one viewer more where that is another node's. Rejects with `no-stream` where it does not come. */
  tap(stageId: StageId, epoch: number, on: TapEvents): Promise<Tap>;
  /** Closes the session's stage and everyone's transports in it. */
  closeStage(stageId: StageId): void;
  /** Closes a page's transports. A host's stage is then lost. */
  leave(peer: PeerId): void;
  /** Whether any page sends or receives through this process. */
  busy(): boolean;
  counts(): MediaCounts;
  /** One for each worker that is up. */
  loads(): MediaLoad[];
  on<K extends keyof MediaEvents>(event: K, listener: MediaEvents[K]): void;
  close(): Promise<void>;
}
