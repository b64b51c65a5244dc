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

/**
 * Where and of what kind an error is. Its message stays out: parsers and databases quote what people wrote
 * (`Unexpected token 'I', "I have a lu"... is not valid JSON`).
 */
export function errorFields(error: unknown): { error: { name: string; code?: string; frames: string[] } } {
  if (!(error instanceof Error)) return { error: { name: typeof error, frames: [] } };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: { name: error.name, ...code, frames: frames.slice(0, 12).map((line) => line.trim()) } };
}
