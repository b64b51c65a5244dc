import * as z from 'zod/mini';
import { CaptionSource, NoCaptions, Timestamp } from '../commands.ts';
import { CaptionId, Seq, TermId } from '../ids.ts';

export const CaptionLine = z.object({
  id: CaptionId,
  /** When its first word was said, on the server's clock, as near as its source could tell. */
  at: Timestamp,
  source: CaptionSource,
  text: z.string(),
  corrected: z.optional(z.literal(true)),
});
export type CaptionLine = z.infer<typeof CaptionLine>;

/** What there is to know of a session's captions besides their words. */
export const CaptionsAbout = z.object({
  /** Where captions are said to come from; null while nobody has said. */
  source: z.nullable(CaptionSource),
  /** Why there are none; `unsaid` where the session went live and nobody said. Null where there is a source, or nothing was asked yet. */
  none: z.nullable(z.enum([...NoCaptions.options, 'unsaid'])),
  /** `seq` of the last change of the glossary, 0 before: who needs it asks for it. */
  glossary: Seq,
  /** `seq` of the last correction or removal of a caption that `lines` no longer hold: who has it asks again. */
  revised: Seq,
  /** A caption URL is in force; presenter and staff only. */
  link: z.optional(z.literal(true)),
});
export type CaptionsAbout = z.infer<typeof CaptionsAbout>;

/** The last `limits.captionsShown` captions, in the order of their coming; older ones come by `routes.captions`. */
export const CaptionsView = z.object({ about: CaptionsAbout, lines: z.array(CaptionLine) });
export type CaptionsView = z.infer<typeof CaptionsView>;

/** Lines before `first` are no longer among the last; those of `put` are new or changed. */
export const CaptionsPatch = z.object({
  about: z.optional(CaptionsAbout),
  first: CaptionId,
  put: z.array(CaptionLine),
  remove: z.array(CaptionId),
});
export type CaptionsPatch = z.infer<typeof CaptionsPatch>;

export function applyCaptions(view: CaptionsView, { about, first, put, remove }: CaptionsPatch): CaptionsView {
  const gone = new Set([...remove, ...put.map(({ id }) => id)]);
  const kept = view.lines.filter(({ id }) => id >= first && !gone.has(id));
  // Usually what is new is the last, and nothing needs sorting.
  const lines = [...kept, ...put];
  const inOrder = (kept.at(-1)?.id ?? 0) < (put[0]?.id ?? Infinity);
  return { about: about ?? view.about, lines: inOrder ? lines : lines.toSorted((a, b) => a.id - b.id) };
}

export const GlossaryTerm = z.object({ id: TermId, from: z.string(), to: z.string() });
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

/** GET, with `input` as its query: answered with the file itself as an attachment, refused as routes are. */
export const captionsFile = {
  path: '/api/captions/file',
  as: z.enum(['vtt', 'txt']),
} as const;

/**
 * Where a caption service posts to, with `?token=` or a bearer token, and `&seq=` per cue; under `/seq` it reads its last one. The
 * form is that of the closed-caption URL that meeting tools have, which CART providers' programs send to.
 */
export const ingestPath = (sessionId: string) => `/api/captions/ingest/${sessionId}`;
