import type { Call } from './trace.ts';

/** Bytes before the first frame of SQLite's write-ahead log, and before each page (https://sqlite.org/fileformat2.html#walformat). */
const LOG_HEAD = 32;
const FRAME_HEAD = 24;

/** What one commit left in the write-ahead log. */
export type Transaction = {
  /** How often the log had begun anew. */
  generation: number;
  /** Bytes of the log up to and with its last page. */
  end: number;
  marks: ReadonlySet<number>;
};

export type Judgement = {
  /** What was told before it was durable, and what the database was trusted with too early; empty where all is well. */
  problems: string[];
  /** In their order. */
  transactions: Transaction[];
  /** Of the log as it was left. */
  generation: number;
  /** Numbers of the commands that a socket was told of, and how many bytes of the log of the present generation were synced then. */
  told: ReadonlyMap<number, number>;
  /** Bytes of the log that the database file holds as well: no loss of power leaves the log shorter. */
  floor: number;
};

type Written = Transaction & { left: number; synced: number };

const isSync = ({ name, result }: Call) => (name === 'fsync' || name === 'fdatasync') && result === 0;
const isWrite = ({ name }: Call) => name.startsWith('pwrite');

/**
 * Judges a trace of one process with one SQLite database at `path`: whether everything that a socket was told of a marked
 * command had been written to the log, with the commit's last page, before an fsync of that log began which returned before
 * (rule R1); and whether the log began anew only when all that it held was synced in the database.
 */
export function judgeTrace(calls: readonly Call[], path: string): Judgement {
  const log = `${path}-wal`;
  const problems: string[] = [];
  const transactions: Written[] = [];
  const told = new Map<number, number>();
  const first = new Map<number, Written>();
  let [generation, floor] = [0, 0];
  let written = 0;
  /** Of this generation: how much of the log each fsync began after, and when it returned. */
  let syncs: { upTo: number; left: number }[] = [];
  const syncedBefore = (moment: number) => syncs.findLast(({ left }) => left < moment)?.upTo ?? 0;
  const commit: { open: { marks: Set<number>; commits: boolean } | null } = { open: null };
  let databaseDirty = false;

  function anew(what: string): void {
    if (databaseDirty) problems.push(`${what} before the database was synced`);
    generation++;
    [written, floor, syncs] = [0, 0, []];
  }

  function page(call: Call): void {
    const { open } = commit;
    if (!open) return void problems.push(`a write of ${call.length} bytes to the log is no frame`);
    for (const mark of call.marks) open.marks.add(mark);
    written = (call.offset ?? 0) + call.length;
    if (!open.commits) return;
    const transaction: Written = { generation, end: written, marks: open.marks, left: call.left, synced: Infinity };
    transactions.push(transaction);
    for (const mark of open.marks) if (!first.has(mark)) first.set(mark, transaction);
    commit.open = null;
  }

  for (const call of calls) {
    if (call.file === log) {
      if (call.name === 'ftruncate') anew('the log was cut');
      else if (isSync(call)) {
        for (const one of transactions) if (one.synced === Infinity && one.left < call.entered) one.synced = call.left;
        syncs.push({ upTo: written, left: call.left });
      } else if (isWrite(call) && call.offset === 0 && call.length === LOG_HEAD) {
        if (written > 0) anew('the log began anew');
      } else if (isWrite(call) && call.length === FRAME_HEAD) {
        commit.open = { marks: commit.open?.marks ?? new Set(), commits: call.head.readUInt32BE(4) > 0 };
      } else if (isWrite(call)) page(call);
    } else if (call.file === path) {
      if (isSync(call)) databaseDirty = false;
      else if (isWrite(call)) {
        if (syncedBefore(call.entered) < written) problems.push('the database was written from what of the log was not synced');
        databaseDirty = true;
        floor = written;
      }
    } else if (call.file.startsWith('TCP')) {
      for (const mark of call.marks) {
        if (told.has(mark)) continue;
        told.set(mark, syncedBefore(call.entered));
        const row = first.get(mark);
        if (!row) problems.push(`command ${mark} was told of before it was written`);
        else if (row.synced >= call.entered) problems.push(`command ${mark} was told of before it was synced`);
      }
    }
  }
  return {
    problems,
    transactions: transactions.map(({ generation: of, end, marks }) => ({ generation: of, end, marks })),
    generation,
    told,
    floor,
  };
}

/** Numbers of the commands that a log of the last generation holds with its first `length` bytes, and the database before it. */
export function survivors({ transactions, generation }: Judgement, length: number): Set<number> {
  const left = transactions.filter((one) => one.generation < generation || one.end <= length);
  return new Set(left.flatMap(({ marks }) => [...marks]));
}
