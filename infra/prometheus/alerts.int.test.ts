import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readEnv } from '../../server/env.ts';
import { mediaLimits } from '../../server/media/codecs.ts';
import { createFakeMedia } from '../../server/media/fake.ts';
import { type Harness, startApp } from '../../server/testing/harness.ts';

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');

const Rule = z.union([
  z.strictObject({ record: z.string().regex(/^bedside:/), expr: z.string() }),
  z.strictObject({
    alert: z.string().regex(/^Bedside[A-Z]/),
    expr: z.string(),
    for: z.string().optional(),
    labels: z.strictObject({ severity: z.enum(['page', 'ticket']) }),
    annotations: z.strictObject({ summary: z.string() }),
  }),
]);
const Rules = z.strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(Rule) })) });
const Dashboard = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })).optional() })),
});

const rules = Rules.parse(parse(read('alerts.yaml'))).groups.flatMap((group) => group.rules);
const panels = Dashboard.parse(JSON.parse(read('../grafana/bedside.json'))).panels;
const expressions = [
  ...rules.map((rule) => ['alert' in rule ? rule.alert : rule.record, rule.expr] as const),
  ...panels.flatMap(({ title, targets = [] }) => targets.map(({ expr }) => [title, expr] as const)),
];

/** Whether it is PromQL, which metrics it asks for, and of which buckets and kinds. */
function reading(expression: string): { errors: number; metrics: string[]; buckets: string[]; kinds: [string, string][] } {
  let errors = 0;
  const metrics: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) errors++;
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.push(expression.slice(from, to));
    },
  });
  return {
    errors,
    metrics,
    buckets: [...expression.matchAll(/le="([^"]+)"/g)].map(([, le = '']) => le),
    kinds: [...expression.matchAll(/(\w+)\{[^}]*kind="([^"]+)"/g)].map(([, name = '', kind = '']) => [name, kind]),
  };
}

describe('alerts and dashboard', () => {
  let harness: Harness;
  let text: string;
  beforeAll(async () => {
    // As a node of a cluster, which tells more; nothing is asked of these addresses.
    const settings = { DATABASE_URL: 'postgres://a.test/b', REDIS_URL: 'redis://a.test:1', NODE_URL: 'http://a.test:2' };
    const media = { ...createFakeMedia(), loads: () => [{ index: 0, viewers: 1, ingests: 1 }] };
    harness = await startApp({ processMetrics: true, settings, media });
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    await viewer.command({ type: 'submit-question', text: 'Is it measured?' });
    text = await (await fetch(`${harness.url}/metrics`)).text();
  });
  afterAll(() => harness.close());

  /** Everything that /metrics told, and what Prometheus and the rules themselves make. */
  const known = () => {
    const told = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
    return new Set([...told, ...rules.flatMap((rule) => ('record' in rule ? rule.record : [])), 'up']);
  };

  it.each(expressions)('%s asks for what there is: %s', (_name, expression) => {
    const { errors, metrics, buckets, kinds } = reading(expression);
    expect(errors).toBe(0);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !known().has(name))).toEqual([]);
    for (const le of buckets) expect(text).toContain(`bedside_call_seconds_bucket{le="${le}",call="session:command"}`);
    for (const [name, kind] of kinds) expect(text).toMatch(new RegExp(`^${name}\\{.*kind="${kind}"`, 'm'));
  });

  it.each([
    ['Redis away', 'bedside_redis_connected', null],
    ['the number of nodes', 'bedside_nodes', null],
    ['viewers by worker', 'bedside_media_worker_load', 'viewers'],
    ['doctors by worker', 'bedside_media_worker_load', 'ingests'],
    ['pipes', 'bedside_media', 'pipes'],
  ])('the dashboard shows %s', (_what, metric, kind) => {
    const shown = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => reading(expr)));
    const shows = ({ metrics, kinds }: ReturnType<typeof reading>) =>
      kind === null ? metrics.includes(metric) : kinds.some(([name, of]) => name === metric && of === kind);
    expect(shown.some(shows)).toBe(true);
  });

  const alertOf = (name: string) => rules.flatMap((rule) => ('alert' in rule && rule.alert === name ? [rule] : []))[0];

  it('a node that drains, ends at the last moment and starts again pages nobody', () => {
    const seconds = Number(/^(\d+)s$/.exec(alertOf('BedsideNodeDown')?.for ?? '')?.[1]);
    const stopSeconds = Number(/^TimeoutStopSec=(\d+)$/m.exec(read('../systemd/bedside@.service'))?.[1]);
    const startSeconds = 20;
    expect(stopSeconds).toBeGreaterThan(readEnv({}).drainSeconds);
    expect(seconds).toBeGreaterThan(stopSeconds + startSeconds);
  });

  it('a worker counts as full where another is asked', () => {
    expect(alertOf('BedsideWorkersFull')?.expr).toContain(`> ${mediaLimits.viewersPerWorker}`);
  });

  it('notices what is no PromQL, and every metric', () => {
    expect(reading('sum(rate(a[5m]) by').errors).toBeGreaterThan(0);
    expect(reading('sum by (x) (rate(a{b="c"}[5m])) / max(d) > 3').metrics).toEqual(['a', 'd']);
    expect(reading('a{x="y",kind="c"} / b{kind="d"}').kinds).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('the node tells of what it holds and appends', () => {
    expect(text).toMatch(/^bedside_sessions\{phase="open"\} 1$/m);
    expect(text).toMatch(/^bedside_sessions_without_stream 0$/m);
    expect(text).toMatch(/^bedside_appends_total\{outcome="ok"\} [3-9]$/m);
    expect(text).toMatch(/^bedside_appends_total\{outcome="failed"\} 0$/m);
    expect(text).toMatch(/^bedside_append_seconds_count [3-9]$/m);
  });

  it('every alert is in the runbook', () => {
    const runbook = read('../runbook.md');
    expect(rules.flatMap((rule) => ('alert' in rule && !runbook.includes(`\`${rule.alert}\``) ? [rule.alert] : []))).toEqual([]);
  });

  const promtool = spawnSync('promtool', ['--version']).status === 0;
  it.runIf(promtool)('promtool takes the rules', () => {
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', path.join(import.meta.dirname, 'alerts.yaml')], {
      encoding: 'utf8',
    });
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });
});
