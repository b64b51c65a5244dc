import type { CaptionLine, CaptionsAbout, CaptionsPatch, CaptionsView, GlossaryTerm } from '@bedside/shared/captions/captions.ts';
import type { CaptionId } from '@bedside/shared/ids.ts';
import { limits } from '@bedside/shared/limits.ts';
import type { Audience } from '@bedside/shared/roles.ts';
import { firstShown } from './evolve-captions.ts';
import type { Texts } from './rows.ts';
import type { Caption, State } from './state.ts';

/** What an audience is shown of captions; part of what visible.ts decides. Closed, the public is shown none (rule L7). */
export function shownCaptions(state: State, audience: Audience, texts: Texts): CaptionsView {
  return {
    about: aboutCaptions(state, audience),
    lines: areShown(state, audience) ? window(state).flatMap((line) => lineOf(line, texts)) : [],
  };
}

/** Looks at the last lines only, however many there were before. Undefined where nothing of it changed. */
export function captionsPatch(state: State, audience: Audience, since: number, texts: Texts): CaptionsPatch | undefined {
  const { changed, curtain } = state.captions;
  const shown = areShown(state, audience);
  // What was behind the curtain is told again.
  const toldSince = audience === 'public' && curtain > since ? 0 : since;
  const news = shown ? window(state).filter((line) => line.changed > toldSince) : [];
  const about = changed[audience] > since ? { about: aboutCaptions(state, audience) } : {};
  const dropped = audience === 'public' && curtain > since;
  if (news.length === 0 && !dropped && !('about' in about)) return undefined;
  return {
    ...about,
    first: shown ? firstShown(state) : state.seq + 1,
    put: news.flatMap((line) => lineOf(line, texts)),
    remove: news.flatMap(({ id, text }) => (text === null ? [id] : [])),
  };
}

/** The last ones that came before `before`, in their order, and whether there are older ones. */
export function captionsBefore(state: State, before: CaptionId, texts: Texts): { lines: CaptionLine[]; more: boolean } {
  const lines: CaptionLine[] = [];
  const all = state.captions.lines;
  for (let at = all.length - 1; at >= 0; at--) {
    const line = all[at];
    if (!line || line.id >= before) continue;
    const shown = lineOf(line, texts);
    if (shown.length > 0 && lines.length === limits.captionsPage) return { lines: lines.toReversed(), more: true };
    lines.push(...shown);
  }
  return { lines: lines.toReversed(), more: false };
}

/** Every caption that is not removed, in the order in which it was said. */
export const transcript = ({ captions: { lines } }: State, texts: Texts): CaptionLine[] =>
  lines.flatMap((line) => lineOf(line, texts)).toSorted((a, b) => a.at - b.at || a.id - b.id);

/** For who may change it. */
export const glossaryTerms = ({ captions: { glossary } }: State, texts: Texts): GlossaryTerm[] =>
  [...glossary].map(([id, { from, to }]) => ({ id, from: texts.get(from) ?? '', to: texts.get(to) ?? '' }));

function aboutCaptions({ captions }: State, audience: Audience): CaptionsAbout {
  const { source, none, glossaryChanged, revised, link } = captions;
  return { source, none, glossary: glossaryChanged, revised, ...(audience !== 'public' && link ? { link: true } : {}) };
}

const areShown = ({ closed }: State, audience: Audience) => !(closed && audience === 'public');

const window = ({ captions: { lines } }: State) => lines.slice(-limits.captionsShown);

function lineOf({ id, at, source, text, act }: Caption, texts: Texts): CaptionLine[] {
  const body = text === null ? undefined : texts.get(text);
  return body === undefined ? [] : [{ id, at, source, text: body, ...(act ? { corrected: true } : {}) }];
}
