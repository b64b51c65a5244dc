import { createMatcher } from './match.ts';
import { parsePhrase } from './pattern.ts';
import type { Pack } from './schema.ts';

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What is wrong with a pack's phrases and with what they make of its own examples: a line for each, with where it is. */
export function problemsOf(pack: Pack): string[] {
  type Section = { path: string; phrases: readonly string[]; within?: readonly string[] };
  const sections: Section[] = [
    ...Object.entries(pack.lists).map(([name, phrases]) => ({ path: `lists.${name}`, phrases, within: [name] })),
    ...Object.entries(pack.context).map(([name, phrases]) => ({ path: `context.${name}`, phrases })),
    ...Object.entries(pack.flags).flatMap(([flag, { phrases, always, unless }]) => [
      { path: `flags.${flag}.phrases`, phrases },
      { path: `flags.${flag}.always`, phrases: always },
      { path: `flags.${flag}.unless`, phrases: unless },
    ]),
  ];
  const wrong = sections.flatMap(({ path, phrases, within }) =>
    phrases.flatMap((phrase, index) => {
      try {
        parsePhrase(phrase, pack.lists, within);
        return [];
      } catch (error) {
        return [`${path}.${index}: ${messageOf(error)}`];
      }
    }),
  );
  if (wrong.length > 0) return wrong;

  const find = createMatcher(pack);
  return Object.entries(pack.flags).flatMap(([flag, { matches, passes }]) => {
    const marksIn = (text: string) => find(text).filter((mark) => mark.flag === flag);
    return [
      ...matches.flatMap((text, index) => (marksIn(text).length > 0 ? [] : [`flags.${flag}.matches.${index}: not marked: “${text}”`])),
      ...passes.flatMap((text, index) =>
        marksIn(text).map(({ start, end }) => `flags.${flag}.passes.${index}: marked for “${text.slice(start, end)}”: “${text}”`),
      ),
    ];
  });
}
