import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Audience } from '@bedside/shared/roles.ts';
import { Phase } from '@bedside/shared/view.ts';

/** Numbers for Prometheus at /metrics. Labels are names of ours only: nothing that a caller chose. */
export function createMetrics(
  options: {
    process: boolean;
    media?: () => Readonly<Record<string, number>>;
    loads?: () => readonly { index: number; viewers: number; ingests: number }[];
    /** Where there may be several nodes. */
    cluster?: { connected(): boolean; others(): readonly unknown[] };
  } = { process: true },
) {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry });

  const calls = new Counter({
    name: 'bedside_calls_total',
    help: 'Socket calls and HTTP routes by name and outcome',
    labelNames: ['call', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'bedside_call_seconds',
    help: 'Time from a call to its answer',
    labelNames: ['call'],
    // 0.5 s is what an ack may take (infra/runbook.md).
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.5, 1, 3],
    registers,
  });
  const sockets = new Gauge({ name: 'bedside_sockets', help: 'Open sockets', registers });
  const cut = new Counter({ name: 'bedside_sockets_cut_total', help: 'Sockets cut because they did not read', registers });
  const unsent = new Gauge({
    name: 'bedside_sockets_unsent_bytes',
    help: 'Bytes that wait in this process for the readers of its sockets, half a second ago at most',
    registers,
  });
  const patches = new Counter({
    name: 'bedside_patches_total',
    help: 'Patches sent, each to one room',
    labelNames: ['audience'],
    registers,
  });

  const appends = new Counter({
    name: 'bedside_appends_total',
    help: 'Appends to the log by outcome: ok, conflict (another was first: decided again), failed (the database refused)',
    labelNames: ['outcome'],
    registers,
  });
  const appendSeconds = new Histogram({
    name: 'bedside_append_seconds',
    help: 'Time until an append is durable',
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  });
  const lost = new Counter({ name: 'bedside_streams_lost_total', help: 'Streams that the SFU of this node lost', registers });
  for (const outcome of ['ok', 'conflict', 'failed']) appends.inc({ outcome }, 0);

  const { media, loads, cluster } = options;
  if (loads) {
    new Gauge({
      name: 'bedside_media_worker_load',
      help: 'Viewers, and doctors who send, by media worker; a worker that is down is absent',
      labelNames: ['worker', 'kind'],
      registers,
      collect() {
        this.reset();
        for (const { index, viewers: watching, ingests } of loads()) {
          this.set({ worker: index, kind: 'viewers' }, watching);
          this.set({ worker: index, kind: 'ingests' }, ingests);
        }
      },
    });
  }
  if (cluster) {
    new Gauge({
      name: 'bedside_redis_connected',
      help: '1 while the nodes reach each other through Redis, else 0',
      registers,
      collect() {
        this.set(Number(cluster.connected()));
      },
    });
    new Gauge({
      name: 'bedside_nodes',
      help: 'Nodes that this one knows of, itself included',
      registers,
      collect() {
        this.set(cluster.others().length + 1);
      },
    });
  }
  if (media) {
    new Gauge({
      name: 'bedside_media',
      help: 'What the SFU holds, by kind: workers, routers, pipes to other nodes, transports, producers, consumers',
      labelNames: ['kind'],
      registers,
      collect() {
        for (const [kind, count] of Object.entries(media())) this.set({ kind }, count);
      },
    });
  }

  return {
    call(name: string, outcome: string, milliseconds: number) {
      calls.inc({ call: name, outcome });
      seconds.observe({ call: name }, milliseconds / 1000);
    },
    socketOpened: () => sockets.inc(),
    socketClosed: () => sockets.dec(),
    socketCut: () => cut.inc(),
    unsent: (bytes: number) => unsent.set(bytes),
    patchSent: (audience: Audience) => patches.inc({ audience }),
    appended(outcome: 'ok' | 'conflict' | 'failed', milliseconds: number) {
      appends.inc({ outcome });
      if (outcome !== 'failed') appendSeconds.observe(milliseconds / 1000);
    },
    streamLost: () => lost.inc(),
    /** Asked at every scrape: those of this node. */
    watchViewers(count: () => number) {
      new Gauge({
        name: 'bedside_viewers',
        help: 'Distinct viewers connected, players by WHEP among them, over all sessions',
        registers,
        collect() {
          this.set(count());
        },
      });
    },
    /** `loaded` is asked at every scrape: the sessions that somebody on this node is in or was in lately. */
    watchSessions(loaded: () => Iterable<{ phase: Phase; streamLost: boolean }>) {
      new Gauge({
        name: 'bedside_sessions',
        help: 'Sessions that this node holds in memory, by phase; a session is held by every node that has a page in it',
        labelNames: ['phase'],
        registers,
        collect() {
          for (const phase of Phase.options) this.set({ phase }, 0);
          for (const { phase } of loaded()) this.inc({ phase });
        },
      });
      new Gauge({
        name: 'bedside_sessions_without_stream',
        help: 'Sessions in memory that are live and whose stream was lost and is not back',
        registers,
        collect() {
          this.set([...loaded()].filter(({ phase, streamLost }) => phase === 'live' && streamLost).length);
        },
      });
    },
    /** Asked at every scrape: recordings, HLS and RTMP of this node by how they do. */
    watchOutputs(counts: () => Readonly<Record<string, number>>) {
      new Gauge({
        name: 'bedside_outputs',
        help: 'Recordings, HLS renditions and RTMP forwards that run on this node, by state: on, starting, retrying, failed, full, off',
        labelNames: ['state'],
        registers,
        collect() {
          for (const [state, count] of Object.entries(counts())) this.set({ state }, count);
        },
      });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
export type Metrics = ReturnType<typeof createMetrics>;
