import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../../../server/testing/free-port.ts';
import { trainStreams } from '../train.ts';
import { openJanusApi } from './janus-api.ts';
import { answerTo, readOffer } from './janus-sdp.ts';
import { type Cast, idsOf, newCredentials, type Target } from './target.ts';

const MOUNTPOINT = 1;

export const hasJanus = () =>
  promisify(execFile)('janus', ['--help']).then(
    () => true,
    () => false,
  );

/** As it comes, with a thread for each viewer; or tuned for one core, with one thread for all of them. */
type JanusName = 'janus' | 'janus-loop';

/** Everything that is not the streaming plugin over WebSocket is off; ICE-lite, as mediasoup is. */
const configOf = (name: JanusName, apiPort: number, ports: { video: number; audio: number }) => ({
  'janus.jcfg': `
general: { debug_level = 2${name === 'janus-loop' ? ', event_loops = 1' : ''} }
nat: { ice_lite = true, ice_enforce_list = "lo,127.0.0.1", ipv6 = false }
plugins: { disable = "libjanus_audiobridge.so,libjanus_duktape.so,libjanus_echotest.so,libjanus_lua.so,libjanus_nosip.so,libjanus_recordplay.so,libjanus_sip.so,libjanus_textroom.so,libjanus_videocall.so,libjanus_videoroom.so,libjanus_voicemail.so" }
transports: { disable = "libjanus_http.so,libjanus_mqtt.so,libjanus_nanomsg.so,libjanus_pfunix.so,libjanus_rabbitmq.so" }
events: { broadcast = false }
`,
  'janus.transport.websockets.jcfg': `
general: { ws = true, ws_port = ${apiPort}, ws_ip = "127.0.0.1" }
admin: { admin_ws = false }
`,
  'janus.plugin.streaming.jcfg': `
doctor: {
  type = "rtp", id = ${MOUNTPOINT}, description = "A doctor"
  audio = true, audioport = ${ports.audio}, audioiface = "127.0.0.1", audiopt = ${trainStreams.audio.payloadType}, audiocodec = "opus"
  video = true, videoport = ${ports.video}, videoiface = "127.0.0.1", videopt = ${trainStreams.video.payloadType}, videocodec = "vp8"
}
`,
});

/** Janus's streaming plugin with one RTP mountpoint, with a configuration of its own in a directory that goes with it. */
export async function startJanus(name: JanusName, { doctors, viewers }: Cast): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-janus-'));
  const [apiPort, video, audio] = [await freePort(), await freePort(), await freePort()];
  const config = configOf(name, apiPort, { video, audio });
  for (const [file, text] of Object.entries(config)) await writeFile(join(folder, file), text);
  const child = spawn('janus', ['-F', folder, '-o'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  };

  try {
    await answering(apiPort, () => child.exitCode === null);
    const api = await openJanusApi(`ws://127.0.0.1:${apiPort}`);
    const { doctor } = idsOf(name);
    await doctors.open(doctor, '127.0.0.1');
    doctors.plain(doctor, '127.0.0.1', { video, audio });
    const fingerprint = viewers.dtlsParameters.fingerprints[0]?.value ?? '';

    return {
      name,
      pid: child.pid ?? 0,
      doctor,
      async addViewer(id) {
        const handle = await api.attach();
        const { jsep } = await api.message(handle, { request: 'watch', id: MOUNTPOINT });
        const offer = readOffer(jsep?.sdp ?? '');
        const local = newCredentials();
        const port = await viewers.open(id, offer.address);
        const started = api.message(handle, { request: 'start' }, { type: 'answer', sdp: answerTo(offer, port, local, fingerprint) });
        const remote = { address: offer.address, port: offer.port, controlling: true, local, remote: offer.credentials };
        const [cipher] = await Promise.all([viewers.connect(id, remote), started]);
        return cipher;
      },
      async close() {
        api.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw new Error(`Janus: ${error instanceof Error ? error.message : String(error)}\n${output}`, { cause: error });
  }
}

async function answering(port: number, runs: () => boolean): Promise<void> {
  const giveUp = Date.now() + 20_000;
  while (runs() && Date.now() < giveUp) {
    const socket = createConnection(port, '127.0.0.1');
    const open = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (open) return;
    await sleep(50);
  }
  throw new Error('it did not start');
}
