import { readdirSync } from 'node:fs';
import { validate as ConfigMap } from 'kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap';
import { validate as Namespace } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Namespace';
import { validate as Secret } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Secret';
import { validate as Service } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Service';
import { validate as Deployment } from 'kubernetes-models/_schemas/IoK8sApiAppsV1Deployment';
import { validate as Ingress } from 'kubernetes-models/_schemas/IoK8sApiNetworkingV1Ingress';
import { validate as NetworkPolicy } from 'kubernetes-models/_schemas/IoK8sApiNetworkingV1NetworkPolicy';
import { validate as PodDisruptionBudget } from 'kubernetes-models/_schemas/IoK8sApiPolicyV1PodDisruptionBudget';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { readEnv } from '../../server/env.ts';
import { dockerfile, imageSettings, read, Settings, unknownIn, workerPorts } from '../deploy-files.ts';

const Meta = z.object({ kind: z.string(), metadata: z.object({ name: z.string() }) });
const kinds: Record<string, (data: unknown) => boolean> = {
  ConfigMap,
  Deployment,
  Ingress,
  Namespace,
  NetworkPolicy,
  PodDisruptionBudget,
  Secret,
  Service,
};

/** Paths that a validator never looks at: Kubernetes' schemas let unknown fields pass, and the API server drops them silently. */
function unread(validate: (data: unknown) => boolean, data: unknown): string[] {
  const seen = new Set<string>();
  const all: string[] = [];
  const wrap = (value: unknown, at: string): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return new Proxy(value, {
      get(target, key) {
        const inner: unknown = Reflect.get(target, key);
        if (typeof key !== 'string' || typeof inner === 'function') return inner;
        seen.add(`${at}/${key}`);
        return wrap(inner, `${at}/${key}`);
      },
    });
  };
  const list = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      all.push(`${at}/${key}`);
      list(inner, `${at}/${key}`);
    }
  };
  validate(wrap(data, ''));
  list(data, '');
  return all.filter((one) => !seen.has(one));
}

const Container = z.object({
  image: z.string(),
  env: z.array(z.object({ name: z.string(), value: z.string().optional(), valueFrom: z.unknown().optional() })),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number(), hostPort: z.number(), protocol: z.string() })),
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }),
  startupProbe: z.object({ httpGet: z.object({ path: z.literal('/healthz'), port: z.literal('http') }) }),
  readinessProbe: z.object({ httpGet: z.object({ path: z.literal('/readyz'), port: z.literal('http') }) }),
  livenessProbe: z.object({
    httpGet: z.object({ path: z.literal('/healthz'), port: z.literal('http') }),
    periodSeconds: z.number(),
    failureThreshold: z.number(),
  }),
  securityContext: z.object({ allowPrivilegeEscalation: z.literal(false), readOnlyRootFilesystem: z.literal(true) }),
});
const Pods = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        hostNetwork: z.literal(true),
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.number() }),
        containers: z.tuple([Container]),
      }),
    }),
  }),
});

const Ports = z.object({
  spec: z.object({ type: z.literal('ClusterIP').default('ClusterIP'), ports: z.array(z.object({ targetPort: z.string().optional() })) }),
});

describe('infra/kubernetes', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.yaml'));
  const documents = files.flatMap((file) =>
    parseAllDocuments(read(`kubernetes/${file}`)).map((document) => {
      const data: unknown = document.toJS();
      return { file, data, ...Meta.parse(data) };
    }),
  );
  const find = (kind: string, name: string): unknown => documents.find((one) => one.kind === kind && one.metadata.name === name)?.data;
  const dataOf = (kind: string, name: string) =>
    z.object({ data: Settings.optional(), stringData: Settings.optional() }).parse(find(kind, name));

  it.each(documents.map(({ file, kind, metadata, data }) => [file, kind, metadata.name, data] as const))(
    '%s: %s %s',
    (_file, kind, _name, data) => {
      const validate = kinds[kind];
      if (!validate) throw new Error(`no validator for ${kind}`);
      const valid = validate(data);
      expect({ valid, errors: 'errors' in validate ? validate.errors : null }).toEqual({ valid: true, errors: null });
      expect(unread(validate, data)).toEqual([]);
    },
  );

  it('notices a field that Kubernetes does not know', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'x' }, spec: { selectors: { a: 'b' } } };
    expect(unread(Service, service)).toEqual(['/spec/selectors', '/spec/selectors/a']);
  });

  const { spec } = Pods.parse(find('Deployment', 'bedside')).spec.template;
  const [container] = spec.containers;
  const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value?.replace('$(HOST)', '192.0.2.7') ?? '192.0.2.7']));
  const settings = { ...imageSettings, ...dataOf('ConfigMap', 'bedside').data, ...dataOf('Secret', 'bedside-env').stringData, ...own };
  const env = readEnv(settings);

  it('gives every node what a cluster needs, and its worker’s ports', () => {
    expect(unknownIn(settings)).toEqual([]);
    const nodePort = 3001;
    expect(env.cluster).toEqual({
      redisUrl: 'rediss://:change-me@redis.example.org:6379',
      nodeUrl: `http://192.0.2.7:${nodePort}`,
      nodePort,
    });
    expect(env.pipePorts).not.toBeNull();
    const open = workerPorts(env).flatMap((port) => [`${port} UDP`, `${port} TCP`]);
    const declared = container.ports.map(({ containerPort, protocol }) => `${containerPort} ${protocol}`);
    expect(declared).toEqual([`${env.port} TCP`, `${nodePort} TCP`, ...open]);
    expect(container.ports.every(({ containerPort, hostPort }) => containerPort === hostPort)).toBe(true);
    expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
    expect(`USER ${spec.securityContext.runAsUser}:`).toBe(/USER \d+:/.exec(dockerfile)?.[0]);
    expect(find('Secret', 'bedside-keys')).toBeDefined();
  });

  it('leads nobody to the port on which nodes call each other', () => {
    const portOf = new Map(container.ports.map(({ name, containerPort }) => [name, containerPort]));
    expect([portOf.get('http'), portOf.get('nodes')]).toEqual([env.port, env.cluster?.nodePort]);
    expect(env.cluster?.nodePort).not.toBe(env.port);
    const services = documents.filter(({ kind }) => kind === 'Service').map(({ data }) => Ports.parse(data));
    // `nowhere` has no pods, hence no target.
    expect(services.flatMap((service) => service.spec.ports.map(({ targetPort }) => targetPort))).toEqual(['http', undefined]);
  });

  it('lets a node drain to its end', () => {
    const { lifecycle, livenessProbe } = container;
    const grace = spec.terminationGracePeriodSeconds;
    expect(grace).toBeGreaterThan(lifecycle.preStop.sleep.seconds + env.drainSeconds + 10);
    // Its port for pages is closed meanwhile. Newer kubelets stop this probe of a pod that ends; it must not matter.
    expect(livenessProbe.periodSeconds * (livenessProbe.failureThreshold - 1)).toBeGreaterThan(grace);
  });

  it('lets nothing but sockets be upgraded, as nginx does', () => {
    const Annotated = z.object({ metadata: z.object({ annotations: Settings }) });
    const connection = (name: string) =>
      Annotated.parse(find('Ingress', name)).metadata.annotations['nginx.ingress.kubernetes.io/connection-proxy-header'];
    // Its nginx passes Upgrade on everywhere; without "Connection: upgrade" Node takes no notice of it.
    expect([connection('bedside-sockets'), connection('bedside')]).toEqual([undefined, 'keep-alive']);
  });

  it('sticks long-polling by the same rule as nginx does', () => {
    const snippet = dataOf('ConfigMap', 'ingress-nginx-controller').data?.['http-snippet'] ?? '';
    const map = /map \$http_cookie \$bedside_person \{[^}]*\n\s*\}/;
    const folded = (text: string) => map.exec(text)?.[0].replaceAll(/\s+/g, ' ');
    expect(folded(snippet)).toBeDefined();
    expect(folded(snippet)).toBe(folded(read('nginx/compose.conf')));
  });
});
