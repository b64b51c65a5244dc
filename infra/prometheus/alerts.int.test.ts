import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parser } from '@prometheus-io/lezer-promql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
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

/** Whether it is PromQL, and which metrics it asks for. */
function reading(expression: string): { errors: number; metrics: string[]; buckets: string[] } {
  let errors = 0;
  const metrics: string[] = [];
  parser.parse(expression).iterate({
    enter({ type, from, to, node }) {
      if (type.isError) errors++;
      if (type.name === 'Identifier' && node.parent?.name === 'VectorSelector') metrics.push(expression.slice(from, to));
    },
  });
  return { errors, metrics, buckets: [...expression.matchAll(/le="([^"]+)"/g)].map(([, le = '']) => le) };
}

describe('alerts and dashboard', () => {
  let harness: Harness;
  let text: string;
  beforeAll(async () => {
    harness = await startApp({ processMetrics: true });
    const sessionId = await harness.schedule();
    const viewer = await harness.join(sessionId, 'viewer');
    await viewer.command({ type: 'submit-question', text: 'Is it measured?' });
    text = await (await fetch(`${harness.url}/metrics`)).text();
  });
  afterAll(() => harness.close());

  /** Everything that /metrics told, what Prometheus and the rules themselves make, and what nodes with Redis tell. */
  const known = () => {
    const told = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    );
    return new Set([
      ...told,
      ...rules.flatMap((rule) => ('record' in rule ? rule.record : [])),
      'up',
      'bedside_redis_connected',
      'bedside_nodes',
    ]);
  };

  it.each(expressions)('%s asks for what there is: %s', (_name, expression) => {
    const { errors, metrics, buckets } = reading(expression);
    expect(errors).toBe(0);
    expect(metrics.length).toBeGreaterThan(0);
    expect(metrics.filter((name) => !known().has(name))).toEqual([]);
    for (const le of buckets) expect(text).toContain(`bedside_call_seconds_bucket{le="${le}",call="session:command"}`);
  });

  it('notices what is no PromQL, and every metric', () => {
    expect(reading('sum(rate(a[5m]) by').errors).toBeGreaterThan(0);
    expect(reading('sum by (x) (rate(a{b="c"}[5m])) / max(d) > 3').metrics).toEqual(['a', 'd']);
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
