import * as z from 'zod/mini';
import { QuestionId, Seq } from './ids.ts';
import { applyCaptions, CaptionsPatch } from './captions/captions.ts';
import { Timestamp } from './commands.ts';
import { Counts, OwnHand, type OwnView, QuestionView, SessionView, type View } from './view.ts';

/** A question and its number of votes. */
export const Tally = z.tuple([QuestionId, z.int()]);
export type Tally = z.infer<typeof Tally>;

/**
 * Moves a view from any `seq` in [`from`, `to`) to `to`. Rows are whole, so applying one twice, or one that
 * starts before the view's own `seq`, is harmless; one that starts after it is a gap (rule R2).
 */
export const Patch = z.object({
  from: Seq,
  to: Seq,
  put: z.array(QuestionView),
  remove: z.array(QuestionId),
  /** Of questions of which nothing but the votes changed (rule V6). */
  tallies: z.optional(z.array(Tally)),
  session: z.optional(SessionView),
  counts: z.optional(Counts),
  captions: z.optional(CaptionsPatch),
});
export type Patch = z.infer<typeof Patch>;

export const OwnPatch = z.object({
  from: Seq,
  to: Seq,
  put: z.array(QuestionView),
  /** All of one's votes, when any changed. */
  votes: z.optional(z.array(QuestionId)),
  /** All else of one's own, when any of it changed. */
  rest: z.optional(
    z.object({
      mutedUntil: z.optional(z.nullable(Timestamp)),
      staffNumber: z.optional(z.int()),
      hand: z.optional(OwnHand),
      handRestUntil: z.optional(Timestamp),
    }),
  ),
});
export type OwnPatch = z.infer<typeof OwnPatch>;

/** The view moved forward; the same view if the patch is old; `gap` if events between them are missing. */
export function applyPatch(view: View, patch: Patch): View | 'gap' {
  if (patch.from > view.seq) return 'gap';
  if (patch.to <= view.seq) return view;
  return {
    ...view,
    seq: patch.to,
    session: patch.session ?? view.session,
    counts: patch.counts ?? view.counts,
    captions: patch.captions ? applyCaptions(view.captions, patch.captions) : view.captions,
    questions: countVotes(putRows(view.questions, patch.put, patch.remove), patch.tallies ?? []),
  };
}

export function applyOwnPatch(view: OwnView, patch: OwnPatch): OwnView | 'gap' {
  if (patch.from > view.seq) return 'gap';
  if (patch.to <= view.seq) return view;
  const { mutedUntil, staffNumber, hand, handRestUntil } = patch.rest ?? view;
  return {
    seq: patch.to,
    questions: putRows(view.questions, patch.put, []),
    votes: patch.votes ?? view.votes,
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
    ...(handRestUntil === undefined ? {} : { handRestUntil }),
    ...(staffNumber === undefined ? {} : { staffNumber }),
    ...(hand === undefined ? {} : { hand }),
  };
}

function putRows(rows: readonly QuestionView[], put: readonly QuestionView[], remove: readonly QuestionId[]): QuestionView[] {
  if (put.length === 0 && remove.length === 0) return [...rows];
  const fresh = new Map(put.map((row) => [row.id, row]));
  const gone = new Set<string>(remove);
  const kept = rows.flatMap((row) => {
    if (gone.has(row.id)) return [];
    const next = fresh.get(row.id);
    fresh.delete(row.id);
    return [next ?? row];
  });
  return [...kept, ...fresh.values()];
}

function countVotes(rows: readonly QuestionView[], tallies: readonly Tally[]): QuestionView[] {
  const votes = new Map(tallies);
  return rows.map((row) => {
    const now = votes.get(row.id);
    return now === undefined || now === row.votes ? row : { ...row, votes: now };
  });
}
