import { describe, expect, it } from 'vitest';
import { judgeTrace, survivors } from './judge-trace.ts';
import { type Call, markOf, traceReader } from './trace.ts';

const path = '/data/bedside.db';
const log = `${path}-wal`;

/** Calls one after the other, each over before the next begins. */
function after(...calls: Partial<Call>[]): Call[] {
  const defaults = { name: 'pwrite64', file: log, result: 0, offset: null, length: 0, head: Buffer.alloc(32), marks: [] };
  return calls.map((call, at) => ({ ...defaults, entered: at * 10, left: at * 10 + 5, ...call }));
}

const logHead = { offset: 0, length: 32 };
const frameHead = (number: number, commits: boolean) => {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(commits ? 12 : 0, 4);
  return { offset: 32 + number * 4120, length: 24, head };
};
const page = (number: number, ...marks: number[]) => ({ offset: 32 + number * 4120 + 24, length: 4096, marks });
const frame = (number: number, commits: boolean, ...marks: number[]) => [frameHead(number, commits), page(number, ...marks)];
const sync = { name: 'fsync' };
const ack = (mark: number) => ({ name: 'writev', file: 'TCP:[127.0.0.1:1->127.0.0.1:2]', result: 60, marks: [mark] });

const problemsOf = (...calls: Partial<Call>[]) => judgeTrace(after(...calls), path).problems;

describe('a trace', () => {
  it('in which the ack leaves after the fsync of its commit is right', () => {
    expect(problemsOf(logHead, ...frame(0, false, 1), ...frame(1, true), sync, ack(1))).toEqual([]);
    expect(problemsOf(logHead, ...frame(0, false, 1), ...frame(1, true, 2), { name: 'fdatasync' }, ack(2), ack(1))).toEqual([]);
  });

  it.each<[string, Partial<Call>[]]>([
    ['before the fsync', [...frame(0, true, 1), ack(1), sync]],
    ['with no fsync at all', [...frame(0, true, 1), ack(1)]],
    ['after an fsync of another file', [...frame(0, true, 1), { ...sync, file: path }, ack(1)]],
    ['after an fsync that failed', [...frame(0, true, 1), { ...sync, result: -1 }, ack(1)]],
    ['after an fsync that the process ended in', [...frame(0, true, 1), { ...sync, result: null, left: Infinity }, ack(1)]],
    ['after an fsync from before the write', [sync, ...frame(0, true, 1), ack(1)]],
    ['after an fsync between the row and its commit', [...frame(0, false, 1), sync, ...frame(1, true), ack(1)]],
    // 15: where the page's write ends after all.
    ['after an fsync that began during the write', [frameHead(0, true), { ...page(0, 1), entered: 10, left: 22 }, sync, ack(1)]],
    ['while the fsync goes on', [...frame(0, true, 1), { ...sync, entered: 20, left: 35 }, { ...ack(1), entered: 30 }]],
  ])('in which an ack leaves %s is wrong', (_what, calls) => {
    expect(problemsOf(...calls)).toEqual(['command 1 was told of before it was synced']);
  });

  it('in which an ack leaves without any write is wrong', () => {
    expect(problemsOf(logHead, ...frame(0, true, 2), sync, ack(1))).toEqual(['command 1 was told of before it was written']);
    expect(problemsOf(logHead, ...frame(0, false, 1), sync, ack(1))).toEqual(['command 1 was told of before it was written']);
  });

  const checkpoint = { file: path, offset: 0, length: 4096 };
  it('in which the log begins anew before the database is synced is wrong', () => {
    const first = [logHead, ...frame(0, true, 1), sync];
    expect(problemsOf(...first, checkpoint, { ...sync, file: path }, logHead)).toEqual([]);
    expect(problemsOf(...first, checkpoint, logHead)).toEqual(['the log began anew before the database was synced']);
    expect(problemsOf(...first, checkpoint, { name: 'ftruncate' })).toEqual(['the log was cut before the database was synced']);
    expect(problemsOf(logHead, ...frame(0, true, 1), checkpoint)).toEqual(['the database was written from what of the log was not synced']);
  });

  it('says what is left of a log that was cut', () => {
    const calls = [logHead, ...frame(0, true, 1), sync, ack(1), checkpoint, { ...sync, file: path }];
    const later = [logHead, ...frame(0, false, 2), ...frame(1, true, 3), sync, ack(2), ...frame(2, true, 4)];
    const judgement = judgeTrace(after(...calls, ...later), path);
    expect(judgement).toMatchObject({ problems: [], generation: 1, floor: 0 });
    expect(judgement.told.get(2)).toBe(32 + 2 * 4120);
    expect([0, 32 + 2 * 4120 - 1, 32 + 2 * 4120, 32 + 3 * 4120].map((length) => [...survivors(judgement, length)])).toEqual([
      [1],
      [1],
      [1, 2, 3],
      [1, 2, 3, 4],
    ]);
  });
});

describe('what strace writes', () => {
  const read = (text: string) => {
    const reader = traceReader();
    for (const line of text.trim().split('\n')) reader.line(line);
    return reader.calls;
  };

  it('is read with its escapes, places and marks', () => {
    const [write, told] = read(String.raw`
20423 pwrite64(27</tmp/a b/bedside.db-wal>, "\0\0\0\7\0\0\0\f\222\1\212\323:\30\22\375\265\rO\232\2702\230\20", 24, 292552) = 24
20409 writev(33<TCP:[127.0.0.1:45647->127.0.0.1:60002]>, [{iov_base="\201@", iov_len=2}, {iov_base="43100010[{\"ok\":true,\"seq\":12}]", iov_len=64}], 2) = 66`);
    expect(write).toMatchObject({ name: 'pwrite64', file: '/tmp/a b/bedside.db-wal', offset: 292_552, length: 24, result: 24, marks: [] });
    expect(write?.head.toString('hex')).toBe('000000070000000c92018ad33a1812fdb50d4f9ab8329810');
    expect(told).toMatchObject({ file: 'TCP:[127.0.0.1:45647->127.0.0.1:60002]', marks: [100_010] });
  });

  it('is put together where threads take turns', () => {
    const calls = read(`
1 fsync(3</a-wal> <unfinished ...>
2 pwrite64(4</b>, "x${markOf(100_007)}"..., 4096, 8192 <unfinished ...>
1 <... fsync resumed>)                    = 0
2 <... pwrite64 resumed>)                 = -1 ENOSPC (No space left on device)
1 fsync(3</a-wal> <unfinished ...>
1 +++ killed by SIGKILL +++`);
    expect(calls).toMatchObject([
      { name: 'fsync', file: '/a-wal', entered: 1, left: 3, result: 0 },
      { name: 'pwrite64', file: '/b', entered: 2, left: 4, result: -1, marks: [100_007], offset: 8192, length: 4096 },
      { name: 'fsync', entered: 5, left: Infinity, result: null },
    ]);
  });

  it('of a refused or an unmarked command is no ack', () => {
    expect(read(String.raw`1 write(5<TCP:[a->b]>, "4310[{\"ok\":true}]", 18) = 18`)).toMatchObject([{ marks: [] }]);
    expect(read(String.raw`1 write(5<TCP:[a->b]>, "43100010[{\"ok\":false}]", 22) = 18`)).toMatchObject([{ marks: [] }]);
  });
});
