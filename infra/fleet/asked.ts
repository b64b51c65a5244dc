import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';

/** What a process can be asked, by name: what for, and what it answers. */
export type Asks = Readonly<Record<string, { input: z.ZodType; result: z.ZodType }>>;
export type AskInput<A extends Asks, N extends keyof A> = z.infer<A[N]['input']>;
export type AskResult<A extends Asks, N extends keyof A> = z.infer<A[N]['result']>;

/** A process of our own that does what it is asked, many things at once if need be. */
export type Asked<A extends Asks> = {
  pid: number;
  /** Rejects when the process has ended, or what it was asked failed there. */
  ask<N extends keyof A & string>(name: N, input: AskInput<A, N>): Promise<AskResult<A, N>>;
  /** Ends the process. */
  close(): Promise<void>;
};

const Ask = z.object({ id: z.int(), name: z.string(), input: z.unknown() });
const Answer = z.object({ id: z.int(), result: z.unknown().optional(), error: z.string().optional() });

/** Starts `script`, which calls `answerAsks`. */
export async function startAsked<A extends Asks>(script: string, asks: A, execArgv: string[] = []): Promise<Asked<A>> {
  const child = fork(script, { execArgv: [...process.execArgv, ...execArgv] });
  const open = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  child.on('message', (raw: unknown) => {
    const { id, result, error } = Answer.parse(raw);
    if (error === undefined) open.get(id)?.resolve(result);
    else open.get(id)?.reject(new Error(`${script}: ${error}`));
    open.delete(id);
  });
  child.once('exit', (code, signal) => {
    for (const { reject } of open.values()) reject(new Error(`${script} ended: ${signal ?? code}`));
    open.clear();
  });
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    async ask<N extends keyof A & string>(name: N, input: AskInput<A, N>): Promise<AskResult<A, N>> {
      if (!child.connected) throw new Error(`${script} has ended`);
      const id = ++asked;
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      open.set(id, { resolve, reject });
      child.send({ id, name, input });
      const { result }: A[N] = asks[name];
      return parseWith<A[N]['result']>(result, await promise);
    },
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.disconnect();
      await exited;
    },
  };
}

/** In that process: answers, and ends with whoever started it, after `end`. */
export function answerAsks<A extends Asks>(
  asks: A,
  answers: { [N in keyof A]: (input: AskInput<A, N>) => Promise<AskResult<A, N>> },
  end: () => Promise<void> = async () => {},
): void {
  async function answer(name: string, raw: unknown): Promise<unknown> {
    const [shape, run] = Object.hasOwn(asks, name) ? [asks[name], answers[name]] : [];
    if (!shape || !run) throw new Error(`nothing of the name ${name}`);
    return run(parseWith<A[string]['input']>(shape.input, raw));
  }
  process.on('message', (raw: unknown) => {
    const { id, name, input } = Ask.parse(raw);
    answer(name, input).then(
      (result) => process.send?.({ id, result }),
      (error: unknown) => process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
  process.on('disconnect', () => void end().finally(() => process.exit(0)));
}

const parseWith = <T extends z.ZodType>(shape: T, raw: unknown): z.infer<T> => shape.parse(raw);
