import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { TargetId } from '@bedside/shared/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../testing/free-port.ts';
import { startOutputs } from '../../testing/outputs.ts';
import { probe } from '../../testing/recorded.ts';

const run = promisify(execFile);
const rtmpModule = '/usr/lib/nginx/modules/ngx_rtmp_module.so';

let outputs: Awaited<ReturnType<typeof startOutputs>>;
beforeAll(async () => {
  outputs = await startOutputs();
});
afterAll(() => outputs.close());

/** nginx as a streaming server that keeps what it gets. */
async function startRtmpServer(port: number, into: string) {
  await mkdir(into, { recursive: true, mode: 0o777 });
  const config = join(into, '..', `nginx-${port}.conf`);
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    config,
    `${user} daemon off; worker_processes 1; pid ${config}.pid; error_log stderr crit; load_module ${rtmpModule};
     events { worker_connections 64; }
     rtmp { server { listen 127.0.0.1:${port}; application live { live on; record all; record_path ${into}; record_unique on; } } }`,
  );
  const child = spawn(process.env['NGINX_PATH'] ?? 'nginx', ['-c', config, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'ignore'] });
  return {
    stop: () =>
      new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

describe.runIf(existsSync(rtmpModule))('with nginx as a streaming server', () => {
  it('[X4][X6] forwards with the key where nobody reads it, retries while the server is gone, and comes back by itself', async () => {
    const doctor = await outputs.doctor();
    const [port, into] = [await freePort(), join(outputs.folder, 'rtmp')];
    let server = await startRtmpServer(port, into);
    const session = outputs.of(() => doctor);
    const target = { url: `rtmp://127.0.0.1:${port}/live`, key: 'a-very-secret-key' };
    const id = TargetId.parse('youtube');
    session.wants({
      targets: [
        { id, target },
        { id: TargetId.parse('nowhere'), target: { url: 'rtmp://127.0.0.1:9/live', key: 'other' } },
      ],
    });
    await session.becomes(id, 'on');
    await session.becomes('nowhere', 'retrying');
    const { stdout: arguments_ } = await run('ps', ['-eo', 'args', '-ww']);
    const forwarding = arguments_.split('\n').filter((line) => line.includes('/dev/fd/3'));
    expect(forwarding).not.toEqual([]);
    for (const secret of [target.key, `:${port}`, '/live']) expect(forwarding.join()).not.toContain(secret);
    await server.stop();
    await session.becomes(id, 'retrying');
    expect(session.whyOf(id)).toBe('server');
    server = await startRtmpServer(port, into);
    await session.becomes(id, 'on');
    await session.end();
    await server.stop();
    const kept = (await readdir(into)).filter((name) => name.startsWith(target.key));
    expect(kept.length).toBeGreaterThan(1);
    expect(Object.keys(await probe(join(into, kept[0] ?? ''))).toSorted()).toEqual(['aac', 'h264']);
  }, 60_000);
});

it('[X6] refuses to forward into the server’s own network', async () => {
  const doctor = await outputs.doctor();
  const session = outputs.of(() => doctor, { allowInside: false });
  const id = TargetId.parse('inside');
  session.wants({ targets: [{ id, target: { url: 'rtmp://localhost:1935/live', key: 'key' } }] });
  await session.becomes(id, 'failed');
  expect(session.whyOf(id)).toBe('inside');
  await session.end();
});
