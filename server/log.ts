import { pino } from 'pino';
import type { Env } from './env.ts';

/**
 * The log holds session ids, call names, codes and numbers. Never a text, a token, a cookie, a person or an address
 * (rule A10): nothing of that kind is ever passed in, so nothing needs to be taken out.
 */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export function createLog(env: Pick<Env, 'logLevel'>, destination?: { write(line: string): void }): Log {
  return pino({ level: env.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination ?? pino.destination(1));
}

/** V8's own form of a place, which a message can't be mistaken for once it is taken away: `at name (file:line:column)`. */
const FRAME = /^at [^\n]{1,400}:\d{1,7}:\d{1,7}\)?$/;

/**
 * Where and of what kind an error is. Its message stays out: parsers and databases quote what people wrote
 * (`Unexpected token 'I', "I have a lu"... is not valid JSON`). A stack begins with the message, which may have lines of its
 * own that look like a place.
 */
export function errorFields(error: unknown): { error: { name: string; code?: string; frames: string[] } } {
  if (!(error instanceof Error)) return { error: { name: typeof error, frames: [] } };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const { stack = '', message } = error;
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  const frames = stack.includes(message) ? lines.map((line) => line.trim()).filter((line) => FRAME.test(line)) : [];
  return { error: { name: error.name, ...code, frames: frames.slice(0, 12) } };
}
