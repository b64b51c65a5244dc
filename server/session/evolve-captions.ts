import { limits } from '@bedside/shared/limits.ts';
import { Audience } from '@bedside/shared/roles.ts';
import type { CaptionId } from '@bedside/shared/ids.ts';
import type { By, FactOf } from './events.ts';
import type { OwnedCaption, OwnedState, State } from './state.ts';

export const noCaptions = (): OwnedState['captions'] => ({
  source: null,
  none: null,
  lines: [],
  revised: 0,
  curtain: 0,
  heldAt: null,
  glossary: new Map(),
  glossaryChanged: 0,
  link: null,
  changed: { public: 0, presenter: 0, staff: 0 },
});

type About = Partial<Pick<OwnedState['captions'], 'source' | 'none' | 'glossaryChanged' | 'revised'>>;

/** Changes what all see of captions besides their words. */
export function changeCaptions(state: OwnedState, to: About): void {
  Object.assign(state.captions, to);
  for (const audience of Audience.options) state.captions.changed[audience] = state.seq;
}

export function addCaption(state: OwnedState, { at, source, text, number }: FactOf<'caption-added'>): void {
  const { lines, link } = state.captions;
  lines.push({ id: state.seq, at, source, text: text.id, changed: state.seq, act: null });
  if (number !== undefined && link) link.number = number;
}

/** `text` null for one that is removed. */
export function changeCaption(state: OwnedState, by: By, id: CaptionId, text: OwnedCaption['text']): void {
  const line = captionIn(state, id);
  if (!line) throw new Error(`event ${state.seq} names an unknown caption`);
  const { by: last, seq, before } = line.act ?? { by: null, seq: 0, before: 0 };
  Object.assign(line, {
    text,
    changed: state.seq,
    act: { by: by.person, seq: state.seq, before: last === by.person ? before : seq },
  } satisfies Partial<OwnedCaption>);
  if (id < firstShown(state)) changeCaptions(state, { revised: state.seq });
}

/** Lines are in the order of their ids, and may be thousands. */
export function captionIn<T extends State | OwnedState>(
  { captions: { lines } }: T,
  id: CaptionId,
): T['captions']['lines'][number] | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return lines[low]?.id === id ? lines[low] : undefined;
}

/** The id of the first of the last `limits.captionsShown`, of which removed ones count: it never goes back. */
export const firstShown = ({ captions: { lines } }: State): CaptionId => lines[Math.max(0, lines.length - limits.captionsShown)]?.id ?? 0;

export function setLink(state: OwnedState, link: OwnedState['captions']['link']): void {
  state.captions.link = link;
  state.captions.changed.presenter = state.seq;
  state.captions.changed.staff = state.seq;
}
