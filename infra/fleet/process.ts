import { setTimeout as sleep } from 'node:timers/promises';
import { newCommandId } from '@bedside/shared/random-id.ts';
import { answerAsks, type AskInput } from './asked.ts';
import { createListener } from './listener.ts';
import { asks, type Figures } from './messages.ts';
import { createViewer, type Viewer, type ViewerEvents } from './viewer.ts';

// Viewers in a process of their own, so that what they cost is not what the server costs. Asked by fleet.ts.

const LOOK_MS = 20;
const viewers: Viewer[] = [];
let figures = fresh();
let cpuBefore = process.cpuUsage();

function fresh(): Omit<Figures, 'viewers' | 'joined' | 'cpuMs'> {
  return { frames: 0, bytes: 0, patches: 0, rounds: [], backMs: [], ackMs: [], talliedMs: [], refused: {}, answers: {} };
}

/** Milliseconds between two patches from which on the second is of another round. */
const ROUND_MS = 40;
let roundAt = { first: 0, last: -Infinity };

function countPatch(at: number): void {
  figures.patches += 1;
  const round = figures.rounds.at(-1);
  if (!round || at - roundAt.last > ROUND_MS) {
    roundAt = { first: at, last: at };
    figures.rounds.push({ patches: 1, ms: 0 });
    return;
  }
  roundAt.last = at;
  round.patches += 1;
  round.ms = at - roundAt.first;
}

const countIn = (counts: Record<string, number>, name: string) => void (counts[name] = (counts[name] ?? 0) + 1);

/** In 10.0.0.0/8, which no proxy would be asked to route. */
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(LOOK_MS);
}

function add({ urls, sessionId, firstAddress }: AskInput<typeof asks, 'open'>, cookie: string, index: number): Viewer {
  let turn = index;
  const url = () => urls[turn++ % urls.length] ?? '';
  const on: ViewerEvents = {
    joined: (ms) => void figures.backMs.push(ms),
    refused: (code) => countIn(figures.refused, code),
    frame(bytes) {
      figures.frames += 1;
      figures.bytes += bytes;
    },
    patch: countPatch,
    acked(ms, answer) {
      figures.ackMs.push(ms);
      countIn(figures.answers, answer);
    },
    tallied: (ms) => void figures.talliedMs.push(ms),
  };
  const [address, tab] = [addressOf(firstAddress + index), `fleet-${process.pid}-${viewers.length}`];
  const viewer = sessionId === null ? createListener(url, on) : createViewer({ url, cookie, address, tab, sessionId }, on);
  viewers.push(viewer);
  return viewer;
}

answerAsks(asks, {
  async open(input) {
    const opened: Viewer[] = [];
    for (const [index, cookie] of input.cookies.entries()) {
      await until(() => opened.filter((viewer) => !viewer.joined()).length < input.atOnce);
      const viewer = add(input, cookie, index);
      opened.push(viewer);
      viewer.open();
    }
    await until(() => opened.every((viewer) => viewer.joined()));
    return {};
  },
  async settled({ seq }) {
    await until(() => viewers.every((viewer) => viewer.joined() && viewer.seq() >= seq));
    return {};
  },
  async vote({ questionIds, perSecond, seconds }) {
    const begun = performance.now();
    const all = Math.round(perSecond * seconds);
    for (let sent = 0; sent < all;) {
      const due = Math.min(all, Math.ceil(((performance.now() - begun) / 1000) * perSecond));
      for (; sent < due; sent++) {
        const round = Math.floor(sent / viewers.length);
        const questionId = questionIds[(sent + round) % questionIds.length];
        // Each time round the other way, so that every vote changes something.
        const on = Math.floor(round / questionIds.length) % 2 === 0;
        if (questionId) viewers[sent % viewers.length]?.vote(newCommandId(), { type: 'cast-vote', questionId, on });
      }
      await sleep(1);
    }
    await until(() => viewers.every((viewer) => viewer.unanswered() === 0));
    return {};
  },
  async figures() {
    const { user, system } = process.cpuUsage(cpuBefore);
    const told = {
      ...figures,
      viewers: viewers.length,
      joined: viewers.filter((viewer) => viewer.joined()).length,
      cpuMs: (user + system) / 1000,
    };
    figures = fresh();
    cpuBefore = process.cpuUsage();
    return told;
  },
});
