import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { placeFeed, placeIngest, placeViewer, type WorkerLoad } from './placement.ts';

// Hundreds of histories each, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const worker = (index: number, viewers = 0, ingests = 0): WorkerLoad => ({ index, viewers, ingests });

describe('placement', () => {
  it('[P1] gives a doctor a worker without viewers where there is one, else the one with the fewest', () => {
    expect(placeIngest([worker(0, 5), worker(1), worker(2, 1)])).toBe(1);
    expect(placeIngest([worker(0, 0, 2), worker(1, 0, 1)])).toBe(1);
    expect(placeIngest([worker(0, 5), worker(1, 3), worker(2, 9)])).toBe(1);
    expect(placeIngest([worker(0)])).toBe(0);
    expect(placeIngest([])).toBeNull();
  });

  it('[P2] keeps viewers off the worker that their doctor sends to while another has room', () => {
    expect(placeViewer([worker(0, 0, 1), worker(1)], { origin: 0, edges: [] }, 10)).toBe(1);
    expect(placeViewer([worker(0, 0, 1), worker(1, 10)], { origin: 0, edges: [1] }, 10)).toBe(0);
    expect(placeViewer([worker(0, 0, 1)], { origin: 0, edges: [] }, 10)).toBe(0);
    // Another doctor's worker is the second choice.
    expect(placeViewer([worker(0, 0, 1), worker(1, 0, 1), worker(2, 3)], { origin: 0, edges: [] }, 10)).toBe(2);
    expect(placeViewer([worker(0, 0, 1), worker(1, 0, 1), worker(2, 10)], { origin: 0, edges: [] }, 10)).toBe(1);
  });

  it('[P2] fills an edge that is there before it opens another', () => {
    expect(placeViewer([worker(0, 0, 1), worker(1, 9), worker(2)], { origin: 0, edges: [1] }, 10)).toBe(1);
    expect(placeViewer([worker(0, 0, 1), worker(1, 10), worker(2)], { origin: 0, edges: [1] }, 10)).toBe(2);
  });

  it('[P3] turns nobody away', () => {
    expect(placeViewer([worker(0, 12, 1), worker(1, 10), worker(2, 11)], { origin: 0, edges: [1, 2] }, 10)).toBe(1);
    expect(placeViewer([], { origin: null, edges: [] }, 10)).toBeNull();
  });

  it('[P4] has a session cross to a node once', () => {
    expect(placeFeed({ origin: 0, entry: null }, 1)).toBe(0);
    expect(placeFeed({ origin: null, entry: null }, 1)).toBeNull();
    expect(placeFeed({ origin: null, entry: 1 }, 1)).toBeNull();
    expect(placeFeed({ origin: null, entry: 1 }, 2)).toBe(1);
  });
});

/** A node with several sessions, as rooms.ts and edges.ts keep it: what placement says is done, and nothing else. */
type Session = { origin: number | null; here: boolean; entry: number | null; edges: Map<number, number> };
type Step =
  | { do: 'arrive'; session: number }
  | { do: 'leave'; session: number; which: number }
  | { do: 'ingest'; session: number; here: boolean }
  | { do: 'idle' }
  | { do: 'die'; which: number }
  | { do: 'return' };

const CAPACITY = 4;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('arrive' as const), session: fc.nat(2) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('leave' as const), session: fc.nat(2), which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ingest' as const), session: fc.nat(2), here: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('idle' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('return' as const) }) },
);

function createNode(size: number) {
  const up = new Set(Array.from({ length: size }, (_, index) => index));
  const sessions: Session[] = [0, 1, 2].map(() => ({ origin: null, here: false, entry: null, edges: new Map() }));
  const moved: string[] = [];
  const loads = (): WorkerLoad[] =>
    [...up].map((index) => ({
      index,
      viewers: sessions.reduce((sum, { edges }) => sum + (edges.get(index) ?? 0), 0),
      ingests: sessions.filter(({ origin }) => origin === index).length,
    }));

  function seat(session: Session): number | null {
    if (session.here && session.origin === null) return null;
    const index = placeViewer(loads(), { origin: session.origin, edges: [...session.edges.keys()] }, CAPACITY);
    if (index === null) return null;
    if (!session.edges.has(index) && placeFeed(session, index) === null && index !== session.origin) session.entry = index;
    session.edges.set(index, (session.edges.get(index) ?? 0) + 1);
    return index;
  }

  function begin(session: Session, here: boolean): void {
    // Another epoch: edges are new, whoever watched watches anew.
    const watching = [...session.edges.values()].reduce((sum, viewers) => sum + viewers, 0);
    Object.assign(session, { here, entry: null, edges: new Map(), origin: null });
    if (here) session.origin = placeIngest(loads());
    for (let viewer = 0; viewer < watching; viewer++) seat(session);
  }

  return {
    up,
    sessions,
    loads,
    moved,
    take(step: Step): void {
      if (step.do === 'return') for (let index = 0; index < size; index++) up.add(index);
      if (step.do === 'die') {
        const index = [...up][step.which % Math.max(1, up.size)];
        if (index === undefined) return;
        up.delete(index);
        for (const session of sessions) {
          const stranded = session.edges.get(index) ?? 0;
          session.edges.delete(index);
          if (session.origin === index || session.entry === index) begin(session, session.here);
          for (let viewer = 0; viewer < stranded; viewer++) seat(session);
        }
      }
      if (step.do === 'idle') {
        for (const session of sessions) {
          for (const [index, viewers] of session.edges) {
            const feeds = session.entry === index && session.edges.size > 1;
            if (viewers === 0 && !feeds) session.edges.delete(index);
          }
          if (session.entry !== null && !session.edges.has(session.entry)) session.entry = null;
        }
      }
      const session = 'session' in step ? sessions[step.session] : undefined;
      if (!session) return;
      if (step.do === 'ingest') begin(session, step.here);
      if (step.do === 'arrive') {
        const before = new Map(session.edges);
        const index = seat(session);
        for (const [edge, viewers] of before) if (edge !== index && session.edges.get(edge) !== viewers) moved.push(`${edge}`);
      }
      if (step.do === 'leave') {
        const edges = [...session.edges].filter(([, viewers]) => viewers > 0);
        const [index, viewers] = edges[step.which % Math.max(1, edges.length)] ?? [];
        if (index !== undefined && viewers !== undefined) session.edges.set(index, viewers - 1);
      }
    },
  };
}

describe('whatever comes and goes', () => {
  const histories = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.array(anyStep, { minLength: 30, maxLength: 150, size: 'max' }));

  it('[P3] a viewer who comes while a worker is up is placed, on one that is up and from where the stage leads', () => {
    fc.assert(
      fc.property(histories, ([size, steps]) => {
        const node = createNode(size);
        const astray: string[] = [];
        for (const step of steps) {
          node.take(step);
          for (const session of node.sessions) {
            for (const index of session.edges.keys()) {
              // A path from the doctor: their own worker, a pipe from it, the edge that another node feeds, or a pipe from that.
              const feed = placeFeed(session, index);
              const fed = index === session.origin || index === session.entry || feed === session.origin || session.edges.has(feed ?? -1);
              if (!fed || !node.up.has(index)) astray.push(`${step.do}: worker ${index}`);
            }
            const canBeSeated = node.up.size > 0 && (!session.here || session.origin !== null);
            const probe = placeViewer(node.loads(), { origin: session.origin, edges: [...session.edges.keys()] }, CAPACITY);
            if (probe === null && canBeSeated) astray.push(`${step.do}: turned away`);
          }
        }
        expect(astray).toEqual([]);
      }),
      { numRuns: 300, seed: 31 },
    );
  });

  it('[P5] placing one viewer moves no other, and a worker is over its capacity only when all are full', () => {
    fc.assert(
      fc.property(histories, ([size, steps]) => {
        const node = createNode(size);
        for (const step of steps) {
          const before = node.loads();
          const full = before.every(({ viewers }) => viewers >= CAPACITY);
          node.take(step);
          if (step.do !== 'arrive' || full) continue;
          const over = node.loads().filter(({ viewers }) => viewers > CAPACITY);
          expect(over.filter(({ index, viewers }) => before.find((load) => load.index === index)?.viewers !== viewers)).toEqual([]);
        }
        expect(node.moved).toEqual([]);
      }),
      { numRuns: 300, seed: 32 },
    );
  });

  it('[P5] no pipe outlives its use, and one viewer who comes and goes about a full edge opens one other edge at most', () => {
    fc.assert(
      fc.property(histories, fc.nat(2), ([size, steps], which) => {
        const node = createNode(size);
        for (const step of steps) node.take(step);
        node.take({ do: 'idle' });
        // An entry that feeds another edge needs a second look, as edges close one after the other.
        node.take({ do: 'idle' });
        for (const { edges, entry } of node.sessions) {
          for (const [index, viewers] of edges) expect(viewers > 0 || index === entry).toBe(true);
        }
        const session = node.sessions[which];
        if (!session || node.up.size === 0) return;
        node.take({ do: 'arrive', session: which });
        const edges = [...session.edges.keys()];
        for (let round = 0; round < 5; round++) {
          const last = [...session.edges].findLastIndex(([, viewers]) => viewers > 0);
          node.take({ do: 'leave', session: which, which: last });
          node.take({ do: 'arrive', session: which });
        }
        expect([...session.edges.keys()].filter((index) => !edges.includes(index)).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300, seed: 33 },
    );
  });
});
