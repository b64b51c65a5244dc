import * as z from 'zod/mini';
import { AuditRow } from './audit.ts';
import { CaptionLine, GlossaryTerm } from './captions/captions.ts';
import { Channel, Epoch, ScheduleSession, SessionCommand, TrackSource } from './commands.ts';
import { type Ack, Failure, refuse } from './errors.ts';
import { CommandId, QuestionId, Seq, SessionId, TabId } from './ids.ts';
import { OutputHealth, Recording, RecordingName } from './outputs.ts';
import { OwnPatch, Patch } from './patch.ts';
import { type Action, Audience, GivenRole, Role } from './roles.ts';
import { DtlsParameters, IceParameters, IceServer, RtpCapabilities, RtpParameters, TransportOptions } from './rtp.ts';
import { OwnView, SessionSummary, View } from './view.ts';

const nothing = z.strictObject({});
/** Ways to media beside the direct one, good for the transport that they come with; empty where the server has none. */
const IceServers = z.array(IceServer);

/** What a viewer chose to be sent of the picture: what their network carries, the smallest there is, or none (rule S13). */
export const Quality = z.enum(['automatic', 'saver', 'sound']);
export type Quality = z.infer<typeof Quality>;

/** Layers of one picture, 0 the smallest: which one is sent now, and which is the best that the doctor sends. Null for none. */
export const Layers = z.object({ sent: z.nullable(z.int()), best: z.nullable(z.int()) });
export type Layers = z.infer<typeof Layers>;
export const SourceLayers = z.extend(Layers, { source: TrackSource });
export type SourceLayers = z.infer<typeof SourceLayers>;

/** A call that a client makes over its socket and that is answered once: input and result, by name. */
export const calls = {
  /**
   * Enters one session in one role and gets its view: a patch where `since` is near enough and of the same
   * audience, else the whole. A socket is in one session at a time; joining again replaces.
   */
  'session:join': {
    input: z.strictObject({
      sessionId: SessionId,
      as: Role,
      since: z.optional(z.strictObject({ audience: Audience, seq: Seq, own: Seq })),
    }),
    result: z.object({
      role: Role,
      main: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('view'), view: View }),
        z.object({ kind: z.literal('patch'), patch: Patch }),
      ]),
      own: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('view'), view: OwnView }),
        z.object({ kind: z.literal('patch'), patch: OwnPatch }),
      ]),
      viewers: z.int(),
      /** The server's clock, for ages and time since live. */
      now: z.number(),
      /** Null while the media layer is not up. */
      media: z.nullable(z.object({ routerRtpCapabilities: RtpCapabilities })),
    }),
  },
  /** Appends to the joined session's log. The answer to one `commandId` never changes. */
  'session:command': {
    input: z.strictObject({ commandId: CommandId, command: SessionCommand }),
    result: z.object({
      seq: Seq,
      /** Of the question that `submit-question` made. */
      questionId: z.optional(QuestionId),
    }),
  },
  /** First of a viewer's two round trips: a receiving transport with paused consumers of all on stage. */
  'media:watch': {
    input: z.strictObject({ rtpCapabilities: RtpCapabilities, quality: z.optional(Quality), channel: z.optional(Channel) }),
    result: z.object({
      epoch: Epoch,
      transport: TransportOptions,
      iceServers: IceServers,
      consumers: z.array(
        z.object({
          id: z.string(),
          producerId: z.string(),
          kind: z.enum(['audio', 'video']),
          source: TrackSource,
          rtpParameters: RtpParameters,
        }),
      ),
    }),
  },
  /** Second round trip: connects the receiving transport, resumes its consumers, asks for a keyframe. */
  'media:start': { input: z.strictObject({ dtlsParameters: DtlsParameters, channel: z.optional(Channel) }), result: z.object({}) },
  /** Another choice for what the page receives through now; a later watch brings its own. */
  'media:quality': { input: z.strictObject({ quality: Quality, channel: z.optional(Channel) }), result: z.object({}) },
  /** New ICE credentials for a transport after a network change (RFC 8445 section 2.4). */
  'media:restart-ice': {
    /** `channel` of what is received; a page sends on one alone, which its role says (rule T2). */
    input: z.strictObject({ direction: z.enum(['send', 'recv']), channel: z.optional(Channel) }),
    result: z.object({ iceParameters: IceParameters, iceServers: IceServers }),
  },
  /** The sending transport of who is on stage, on the channel of their role. A second call replaces the first one's. */
  'media:publish': { input: nothing, result: z.object({ transport: TransportOptions, iceServers: IceServers }) },
  'media:connect': { input: z.strictObject({ dtlsParameters: DtlsParameters }), result: z.object({}) },
  'media:produce': {
    input: z.strictObject({ source: TrackSource, rtpParameters: RtpParameters }),
    result: z.object({ producerId: z.string() }),
  },
  /** Puts all that was produced on stage at a new epoch: viewers watch anew. */
  'media:stage': { input: nothing, result: z.object({ epoch: Epoch }) },
  /** Closes the sending transport, and takes off stage what this page has there: `epoch` is what it was last told, null for nothing. */
  'media:unpublish': { input: z.strictObject({ epoch: z.nullable(Epoch) }), result: z.object({}) },
  /** How each output does that is wanted, by `recording`, `hls` or a target's id, and what of each target is shown (rule X6), by its id. */
  'outputs:status': {
    input: nothing,
    result: z.object({
      healths: z.record(z.string(), OutputHealth),
      available: z.boolean(),
      labels: z.record(z.string(), z.string()),
    }),
  },
} as const satisfies Record<string, { input: z.ZodMiniType; result: z.ZodMiniType }>;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.infer<(typeof calls)[N]['input']>;
export type CallResult<N extends CallName> = z.infer<(typeof calls)[N]['result']>;

/** What the server tells of its own accord, by name. */
export const pushes = {
  'session:patch': Patch,
  'session:own': OwnPatch,
  /**
   * How many watch, and the `to` of the last patch that was sent to this audience's room: a client whose view is
   * behind it has lost one. At least every `limits.watermarkMs`.
   */
  'session:seq': z.object({ seq: Seq, viewers: z.int() }),
  /** This node is about to stop: connect again, which leads to another one. What flows through this one flows on meanwhile. */
  'session:move': nothing,
  /** Moderators have taken this person out of the session; `retryAfterMs` where not for good. */
  'session:removed': z.object({ retryAfterMs: z.optional(z.number()) }),
  /** What this page received through is gone, the stream is not: watch again. */
  'media:ended': nothing,
  /** Of each of the doctor's pictures that this page was given last, whenever it changes. */
  'media:layers': SourceLayers,
} as const satisfies Record<string, z.ZodMiniType>;
export type PushName = keyof typeof pushes;

export type ClientToServer = { [N in CallName]: (input: CallInput<N>, ack: (answer: Ack<CallResult<N>>) => void) => void };
export type ServerToClient = { [N in PushName]: (push: z.infer<(typeof pushes)[N]>) => void };

/** Sent with the connection; a server that speaks another version answers `protocol-mismatch`. */
export const Handshake = z.object({
  protocol: z.int(),
  /** Chosen by the page once per load: with the person it names a media peer, which outlives a socket's reconnect. */
  tab: TabId,
});
export type Handshake = z.infer<typeof Handshake>;

const Refused = z.object({ ok: z.literal(false), error: Failure });
const Accepted = z.object({ ok: z.literal(true) });

/** An answer as it came over the wire, parsed; one that does not parse counts as `internal`. */
export function parseAnswer<T extends z.ZodMiniType<object>>(result: T, raw: unknown): Ack<z.output<T>> {
  const refused = Refused.safeParse(raw);
  if (refused.success) return refused.data;
  const parsed = Accepted.safeParse(raw).success ? result.safeParse(raw) : null;
  if (!parsed?.success) return refuse('internal', 'the answer does not fit its schema');
  return { ok: true, ...parsed.data };
}

/** A `seq` in a query, where everything is text. */
const QuerySeq = z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number));

/** HTTP routes under /api; bodies and answers are JSON. `action` is what `can` is asked. */
export const routes = {
  /** Issues the identity cookie where there is none. */
  me: {
    method: 'get',
    path: '/api/me',
    input: nothing,
    result: z.object({ protocol: z.int(), organiser: z.boolean() }),
  },
  sessions: {
    method: 'get',
    path: '/api/sessions',
    input: nothing,
    result: z.object({
      now: z.number(),
      live: z.array(SessionSummary),
      upcoming: z.array(SessionSummary),
      recent: z.array(SessionSummary),
    }),
  },
  schedule: {
    method: 'post',
    path: '/api/sessions',
    input: z.strictObject({ commandId: CommandId, session: ScheduleSession }),
    result: z.object({
      sessionId: SessionId,
      links: z.object({
        host: z.string(),
        cohost: z.string(),
        interpreter: z.string(),
        moderator: z.string(),
        screener: z.string(),
        reviewer: z.string(),
        captioner: z.string(),
        viewer: z.string(),
      }),
    }),
  },
  /** Who did what when, of the events after `after`: `limits.auditRows` at most, and the log's end (rule U1). */
  audit: {
    method: 'get',
    path: '/api/audit',
    input: z.strictObject({ sessionId: SessionId, after: z.optional(QuerySeq) }),
    result: z.object({ rows: z.array(AuditRow), head: z.object({ seq: Seq, hash: z.string() }) }),
  },
  /** A session's recordings that this server has, the newest first. */
  recordings: {
    method: 'get',
    path: '/api/recordings',
    input: z.strictObject({ sessionId: SessionId }),
    result: z.object({ recordings: z.array(Recording) }),
  },
  /** Erases one for good. */
  eraseRecording: {
    method: 'post',
    path: '/api/recordings/erase',
    input: z.strictObject({ sessionId: SessionId, name: RecordingName }),
    result: z.object({}),
  },
  /** `limits.captionsPage` captions at most that came before `before` (absent: the last), and whether there are older ones. */
  captions: {
    method: 'get',
    path: '/api/captions',
    input: z.strictObject({ sessionId: SessionId, before: z.optional(QuerySeq) }),
    result: z.object({ lines: z.array(CaptionLine), more: z.boolean(), seq: Seq }),
  },
  /** For who captions or leads the session. */
  glossary: {
    method: 'get',
    path: '/api/captions/glossary',
    input: z.strictObject({ sessionId: SessionId }),
    result: z.object({ terms: z.array(GlossaryTerm), seq: Seq }),
  },
  /** A new caption URL, which is shown this once; one before is void. */
  captionLink: {
    method: 'post',
    path: '/api/captions/link',
    input: z.strictObject({ sessionId: SessionId, as: z.enum(['host', 'moderator']) }),
    result: z.object({ url: z.string() }),
  },
  /** Exchanges an invite's secret, once, for its role; whoever has the role already gets it again. */
  exchange: {
    method: 'post',
    path: '/api/invites/exchange',
    input: z.strictObject({ secret: z.string().check(z.regex(/^[A-Za-z0-9_-]{20,64}$/)) }),
    result: z.object({ sessionId: z.nullable(SessionId), role: GivenRole }),
  },
} as const;
export type RouteName = keyof typeof routes;
export type RouteInput<N extends RouteName> = z.infer<(typeof routes)[N]['input']>;
export type RouteResult<N extends RouteName> = z.infer<(typeof routes)[N]['result']>;

/** The action that each call outside the log asks `can` for. */
export const actionOf = {
  'session:join': 'session:join',
  'media:watch': 'media:watch',
  'media:start': 'media:watch',
  'media:quality': 'media:watch',
  'media:restart-ice': 'media:watch',
  'media:publish': 'media:publish',
  'media:connect': 'media:publish',
  'media:produce': 'media:publish',
  'media:stage': 'media:publish',
  'media:unpublish': 'media:publish',
  'outputs:status': 'outputs:status',
} as const satisfies Record<Exclude<CallName, 'session:command'>, Action>;
