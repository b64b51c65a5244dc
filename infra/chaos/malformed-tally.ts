import * as z from 'zod';

/** What went out and what became of it. */
export const Tally = z.object({
  messages: z.int(),
  connections: z.int(),
  /** Messages that were answered with an acknowledgement or a status. */
  answered: z.int(),
  /** Of these: calls of a socket that were parsed, and not refused before that as too many. */
  parsed: z.int(),
  /** Connections that the server ended. */
  cut: z.int(),
});
export type Tally = z.infer<typeof Tally>;
