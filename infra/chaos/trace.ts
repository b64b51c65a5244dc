/** A system call as strace saw it begin and end. `entered` and `left` number what was seen, in order, over all threads. */
export type Call = {
  name: string;
  /** What its file descriptor stands for: a path, or `TCP:[…]`. */
  file: string;
  entered: number;
  /** Infinity where the process ended in it. */
  left: number;
  /** What it returned; null where it did not. */
  result: number | null;
  /** Of a write that names its place in the file, in bytes; else null. */
  offset: number | null;
  length: number;
  /** Its first bytes, 32 at most. */
  head: Buffer;
  /** Numbers of the marked commands that its bytes name. */
  marks: number[];
};

/** How strace is asked: threads too, only the calls in question, paths for descriptors, bytes of a whole page. */
export const straceArgs = (output: string) => [
  ...['-f', '--seccomp-bpf', '-qq', '-yy', '-s', '8192', '-o', output],
  ...['-e', 'trace=write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync,ftruncate'],
];

/** Marked commands have numbers of six digits, from here on: client libraries count their acknowledgements from 0. */
export const FIRST_MARK = 100_000;
/** A command's id with its number in it, in rows and texts; the same number is that of Socket.IO's acknowledgement. */
export const markOf = (number: number) => `mark-${number}`;
const MARK = /mark-(\d{6})|43(\d{6})\[\{\\"ok\\":true/g;
const HEAD_BYTES = 32;

/**
 * Reads what `strace -f -yy -o` writes, line by line. strace stops a thread where a call begins and where it ends, so that
 * of two calls the order in which one ended and the other began is the true one.
 */
export function traceReader(): { line(text: string): void; calls: Call[] } {
  const calls: Call[] = [];
  const open = new Map<string, { entered: number; text: string }>();
  let seen = 0;

  function end(text: string, entered: number, left: number): void {
    const call = parseCall(text, entered, left);
    if (call) calls.push(call);
  }

  return {
    get calls() {
      for (const { entered, text } of open.values()) end(text, entered, Infinity);
      open.clear();
      return calls.toSorted((a, b) => a.entered - b.entered);
    },
    line(line) {
      const [, thread = '', text = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
      const at = ++seen;
      const unfinished = / <unfinished \.\.\.>$/.exec(text);
      if (unfinished) return void open.set(thread, { entered: at, text: text.slice(0, unfinished.index) });
      const resumed = /^<\.\.\. \w+ resumed>/.exec(text);
      if (!resumed) return end(text, at, at);
      const begun = open.get(thread);
      open.delete(thread);
      if (begun) end(begun.text + text.slice(resumed[0].length), begun.entered, at);
    },
  };
}

function parseCall(text: string, entered: number, left: number): Call | null {
  const [, name = '', file = '', rest = ''] = /^(\w+)\(\d+<(.*?)>(?=[,)]|$)(.*)$/s.exec(text) ?? [];
  if (name === '') return null;
  const [, args = '', result] = /^(.*?)\)\s+= (-?\d+|\?)[^"]*$/s.exec(rest) ?? [undefined, rest];
  const numbers = /, (\d+)(?:, (\d+))?$/.exec(args);
  const placed = name === 'pwrite64' || name === 'pwritev';
  return {
    name,
    file,
    entered,
    left,
    result: result === undefined || result === '?' ? null : Number(result),
    offset: placed && numbers?.[2] !== undefined ? Number(numbers[2]) : null,
    length: Number(numbers?.[1] ?? 0),
    head: firstBytes(/"((?:[^"\\]|\\.)*)"/.exec(args)?.[1] ?? ''),
    marks: [...new Set(Array.from(args.matchAll(MARK), ([, mark, ack]) => Number(mark ?? ack)))],
  };
}

const ESCAPES = new Map([
  ['n', 10],
  ['t', 9],
  ['r', 13],
  ['v', 11],
  ['f', 12],
  ['"', 34],
  ['\\', 92],
]);

/** strace writes C's escapes: octal numbers as short as what follows allows. */
function firstBytes(text: string): Buffer {
  const bytes: number[] = [];
  for (const [one, octal, letter] of text.matchAll(/\\([0-7]{1,3})|\\(.)|[^\\]/g)) {
    if (bytes.length === HEAD_BYTES) break;
    bytes.push(octal === undefined ? (letter === undefined ? one.charCodeAt(0) : (ESCAPES.get(letter) ?? 0)) : Number.parseInt(octal, 8));
  }
  return Buffer.from(bytes);
}
