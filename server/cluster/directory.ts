import type { NodeId } from '@bedside/shared/ids.ts';
import type { NodeReport, OtherNode } from './cluster.ts';

/** What the directory held of a node: `beat` is another number with each of its heartbeats. Null: not understood, but there. */
export type Entry = { beat: number; report: NodeReport } | null;

type Known = { entry: Entry; text: string; heardAt: number };

/**
 * Who is there, judged from what was read of the directory (rules C3 and C4). Pure: it is told the time, in milliseconds
 * of any clock that never goes back.
 */
export type Directory = {
  /** What was read at `at`. Returns whether `others` changed, or what `isGone` can tell. */
  read(at: number, entries: ReadonlyMap<NodeId, Entry>): boolean;
  /** The directory may have been out of reach, or have lost what it held. */
  broken(): void;
  /** It said that it leaves; it never comes back under that id. Returns whether that is news. */
  left(node: NodeId): boolean;
  others(): readonly OtherNode[];
  isGone(node: NodeId): boolean;
};

/** `silenceMs`: how long a node must have told nothing to be gone. `gapMs`: two readings further apart than this are a break. */
export function createDirectory(options: { self: NodeId; silenceMs: number; gapMs: number }): Directory {
  const { self, silenceMs, gapMs } = options;
  const known = new Map<NodeId, Known>();
  // One for each node that ever stopped while this one ran.
  const departed = new Set<NodeId>();
  /** Since when it could be read without a break, and until when. */
  let stretch: { since: number; until: number } | null = null;

  const longEnough = () => stretch !== null && stretch.until - stretch.since > silenceMs;

  return {
    read(at, entries) {
      const could = longEnough();
      if (stretch === null || at - stretch.until > gapMs) stretch = { since: at, until: at };
      else stretch.until = at;
      let changed = longEnough() !== could;
      for (const [id, entry] of entries) {
        if (id === self || departed.has(id)) continue;
        const before = known.get(id);
        const text = JSON.stringify(entry?.report ?? null);
        // One that is not understood may beat or not: it is there.
        const heard = !before || entry === null || entry.beat !== before.entry?.beat;
        known.set(id, { entry, text, heardAt: heard ? at : before.heardAt });
        if (before?.text !== text) changed = true;
      }
      for (const [id, { heardAt }] of known) {
        if (entries.has(id) || at - Math.max(stretch.since, heardAt) <= silenceMs) continue;
        known.delete(id);
        changed = true;
      }
      return changed;
    },
    broken() {
      stretch = null;
    },
    left(node) {
      if (node === self || departed.has(node)) return false;
      departed.add(node);
      known.delete(node);
      return true;
    },
    others: () => [...known].flatMap(([id, { entry }]) => (entry ? [{ id, report: entry.report }] : [])),
    isGone: (node) => node !== self && (departed.has(node) || (longEnough() && !known.has(node))),
  };
}
