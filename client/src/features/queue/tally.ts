/**
 * A vote of this page that the shown tally may not hold yet. `votes` is the tally at the moment of the press;
 * the ack comes before the next tally does, and without `acked` the count would jump back in between.
 */
export type Pressed = { on: boolean; was: boolean; votes: number; acked: boolean };

/** What a vote button shows. `tally` and `own` are what the server last told. */
export function shownVote(tally: number, own: boolean, pressed: Pressed | undefined): { on: boolean; count: number } {
  if (!pressed) return { on: own, count: tally };
  const change = Number(pressed.on) - Number(pressed.was);
  const counted = pressed.acked && tally !== pressed.votes;
  return { on: pressed.on, count: Math.max(0, counted ? tally : tally + change) };
}
