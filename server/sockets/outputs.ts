import type { SessionId } from '@bedside/shared/ids.ts';
import type { OutputHealth } from '@bedside/shared/outputs.ts';
import { actionOf, type CallResult, calls } from '@bedside/shared/rpc.ts';
import * as z from 'zod';
import type { Sealed } from '../auth/sealed.ts';
import type { NodeCalls } from '../cluster/calls.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { hlsFile, outputsStatus } from '../cluster/node-calls.ts';
import type { Egress, EgressWish } from '../media/egress/egress.ts';
import type { HlsFile } from '../media/egress/hls.ts';
import type { Slate } from '../media/egress/slates.ts';
import type { Event } from '../session/events.ts';
import type { OpenSession, Sessions } from '../sessions.ts';
import type { Answer, Wrap } from './handle.ts';
import { joinedOf, type Page } from './page.ts';
import { pictureOf, publicEpoch, streamOf, steersFlow } from './stream-of.ts';

const Target = z.strictObject({ url: z.string(), key: z.string() });

/** Milliseconds for which what another node answered is given to who asks for the same: players come in crowds. */
const KEPT_MS = 10_000;
const LIST_KEPT_MS = 500;

/** What the log wants of outputs, told to the media layer of the node that has the stage; and what they say, whichever has it. */
export function createOutputs(options: {
  sessions: Pick<Sessions, 'open'>;
  egress: Egress;
  sealed: Pick<Sealed, 'open'>;
  cluster: Pick<Cluster, 'self' | 'others'>;
  /** Null where the node runs alone. */
  calls: NodeCalls | null;
}) {
  const { sessions, egress, sealed, cluster, calls: nodes } = options;
  /** Sessions stay in memory while something of them goes out. */
  const held = new Map<SessionId, () => void>();

  function wishOf(session: OpenSession): EgressWish | null {
    const { phase, outputs, closed } = session.state;
    if (phase === 'ended') return null;
    const { recording, hls, cut, delaySeconds, targets } = outputs;
    const staged = streamOf(session);
    // A rehearsal goes nowhere (rule S21).
    const stream = staged?.to === 'all' ? staged : null;
    return {
      stream,
      voices: { cohost: publicEpoch(session, 'cohost'), guest: publicEpoch(session, 'guest') },
      onAir: phase === 'live' || phase === 'paused',
      recording,
      hls,
      targets: [...targets].flatMap(([id, { on, secret }]) => (on ? [{ id, target: targetOf(session.texts.get(secret)) }] : [])),
      // What goes out is hidden too where moderators closed the session (rule H6).
      cut: cut || closed,
      delayMs: delaySeconds * 1000,
      picture: pictureOf(session, stream),
      slate: slateOf(session, stream),
    };
  }

  function targetOf(text: string | undefined): z.infer<typeof Target> | null {
    const opened = text === undefined ? null : sealed.open(text);
    return opened === null ? null : Target.parse(JSON.parse(opened));
  }

  function follow(session: OpenSession): void {
    egress.follow(session.id, wishOf(session));
    const runs = egress.runs(session.id);
    if (runs && !held.has(session.id)) held.set(session.id, session.retain());
    if (runs) return;
    held.get(session.id)?.();
    held.delete(session.id);
  }

  /** The nodes that may have it: the one with the stage, or where nobody has it, all. */
  function elsewhere({ state: { stream } }: OpenSession) {
    const others = cluster.others().map(({ id }) => id);
    return stream.node === null ? others : others.filter((id) => id === stream.node);
  }

  async function healthsOf(session: OpenSession): Promise<Record<string, OutputHealth>> {
    if (egress.runs(session.id) || !nodes) return Object.fromEntries(egress.healths(session.id));
    for (const node of elsewhere(session)) {
      const answer = await nodes.call(node, outputsStatus, { sessionId: session.id }).catch(() => null);
      if (answer && Object.keys(answer.healths).length > 0) return answer.healths;
    }
    return {};
  }

  const kept = new Map<string, Promise<HlsFile | null>>();

  async function askOthers(session: OpenSession, name: string): Promise<HlsFile | null> {
    for (const node of nodes ? elsewhere(session) : []) {
      const answer = await nodes?.call(node, hlsFile, { sessionId: session.id, name }).catch(() => null);
      if (answer?.file) return { type: answer.file.type, bytes: Buffer.from(answer.file.base64, 'base64') };
    }
    return null;
  }

  function keptOthers(session: OpenSession, name: string): Promise<HlsFile | null> {
    const key = `${session.id} ${name}`;
    const known = kept.get(key);
    if (known) return known;
    const asking = askOthers(session, name);
    kept.set(key, asking);
    setTimeout(() => kept.delete(key), name.endsWith('.m3u8') ? LIST_KEPT_MS : KEPT_MS).unref();
    return asking;
  }

  function forget(sessionId: SessionId): void {
    for (const key of kept.keys()) if (key.startsWith(`${sessionId} `)) kept.delete(key);
  }

  nodes?.serve(outputsStatus, async ({ sessionId }) => ({ healths: Object.fromEntries(egress.healths(sessionId)) }));
  nodes?.serve(hlsFile, async ({ sessionId, name }) => {
    const file = egress.hlsFile(sessionId, name);
    return { file: file && { type: file.type, base64: file.bytes.toString('base64') } };
  });

  return {
    follow(session: OpenSession, events: readonly Event[]): void {
      // What is cut is cut at every node (rule X7).
      if (events.some(({ fact }) => fact.type === 'outputs-cut')) forget(session.id);
      if (events.some(({ fact }) => steersFlow.has(fact.type) || ofOutputs.has(fact.type))) follow(session);
    },
    /** Every output that is wanted, whether it runs or not. */
    async status(session: OpenSession): Promise<CallResult<'outputs:status'>> {
      const { recording, hls, targets } = session.state.outputs;
      const labels = Object.fromEntries(
        [...targets].flatMap(([id, { label }]) => {
          const text = session.texts.get(label);
          return text === undefined ? [] : [[id, text]];
        }),
      );
      const wanted = [
        ...(recording ? ['recording'] : []),
        ...(hls ? ['hls'] : []),
        ...[...targets].flatMap(([id, { on }]) => (on ? [id] : [])),
      ];
      const healths = wanted.length > 0 ? await healthsOf(session) : {};
      return { available: egress.available, labels, healths: Object.fromEntries(wanted.map((id) => [id, healths[id] ?? egress.idle()])) };
    },
    /** A file of the rendition, while media may reach viewers (rule S8); null where there is none. */
    async hls(sessionId: SessionId, name: string): Promise<HlsFile | null> {
      const session = await sessions.open(sessionId);
      if (!session || session.state.phase !== 'live' || session.state.closed || !session.state.outputs.hls) return null;
      return egress.runs(sessionId) ? egress.hlsFile(sessionId, name) : keptOthers(session, name);
    },
  };
}
export type Outputs = ReturnType<typeof createOutputs>;

export function outputCalls({ wrap, outputs }: { wrap: Wrap; outputs: Pick<Outputs, 'status'> }): Record<'outputs:status', Answer<Page>> {
  return {
    'outputs:status': wrap({
      name: 'outputs:status',
      input: calls['outputs:status'].input,
      action: () => actionOf['outputs:status'],
      actor: (page: Page) => joinedOf(page).role,
      limit: () => 'staff',
      run: (_input, page) => outputs.status(joinedOf(page).session),
    }),
  };
}

function slateOf({ state }: OpenSession, stream: EgressWish['stream']): Slate {
  if (state.phase === 'paused') return 'break';
  return stream && !stream.flow[pictureOf({ state }, stream)] ? 'camera-off' : 'soon';
}

const ofOutputs: ReadonlySet<Event['fact']['type']> = new Set([
  'session-closed',
  'session-reopened',
  'output-set',
  'target-added',
  'target-set',
  'target-removed',
  'outputs-cut',
  'outputs-delayed',
]);
