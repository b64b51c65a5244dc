import * as z from 'zod/mini';
import data from './numbers.json' with { type: 'json' };
import type { FlagCode } from '../../marks.ts';

const Number = z.string().check(z.regex(/^[0-9#*][0-9 #*-]{1,19}$/));
const Line = z.strictObject({ name: z.string().check(z.minLength(2), z.maxLength(80)), number: Number });

const Country = z.strictObject({
  /** The number for everything, or for an ambulance where there is none for everything. */
  emergency: Number,
  /** The ambulance's own, where it is better known or faster. */
  ambulance: z.optional(Number),
  /** The police's own, where another number answers for everything else. */
  police: z.optional(Number),
  crisis: z.optional(Line),
  poison: z.optional(Line),
  domestic: z.optional(Line),
  /** Where the numbers are from. */
  source: z.string().check(z.minLength(5)),
  /** The day on which somebody last compared them with it. */
  checked: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
type Country = z.infer<typeof Country>;

export const Numbers = z.strictObject({
  $schema: z.optional(z.string()),
  note: z.string(),
  /** Where no country was chosen, or we don't know its lines. */
  fallback: Country,
  /** By ISO 3166-1 alpha-2 code. */
  countries: z.record(z.string().check(z.regex(/^[A-Z]{2}$/)), Country),
});

const numbers = Numbers.parse(data);

/** ISO 3166-1 alpha-2 codes of the countries whose lines are known, in order of code: names are for `Intl.DisplayNames`. */
export const countries: readonly string[] = Object.keys(numbers.countries).toSorted();

export type HelpLine = {
  kind: 'emergency' | 'ambulance' | 'police' | 'crisis' | 'poison' | 'domestic';
  /** As its operator calls it; none for emergency numbers. */
  name?: string;
  /** As it is written there: what a `tel:` link needs is its digits, `*` and `#`. */
  number: string;
};

export type Help = {
  /** In the order in which they are to be shown. */
  lines: HelpLine[];
  /** The country is not known: 112, which every GSM phone puts through to somebody, and words that say so. */
  fallback: boolean;
  /** Somebody dangerous may look over the shoulder: offer a quick and quiet way off the page. */
  quietExit: boolean;
};

/** Flags for which seconds count: there the emergency number comes before any other line. */
const bodily = (flag: FlagCode) => flag !== 'self-harm' && flag !== 'overdose' && flag !== 'domestic-violence';

/**
 * Which lines to show for these flags, in a country by its ISO 3166-1 alpha-2 code, in order: the emergency number first, and
 * after it the poison line for an overdose and the line about violence at home; but the crisis line before it for thoughts of
 * self-harm where nothing has happened to a body. No line is left out that one of the flags calls for.
 */
export function linesFor(country: string | undefined, flags: readonly FlagCode[]): Help {
  const known = country !== undefined && Object.hasOwn(numbers.countries, country) ? numbers.countries[country] : undefined;
  const { emergency, ambulance, police, crisis, poison, domestic } = known ?? numbers.fallback;
  const plain = (kind: HelpLine['kind'], number: string | undefined): HelpLine[] => (number === undefined ? [] : [{ kind, number }]);
  const emergencies = [...plain('ambulance', ambulance), ...plain('emergency', emergency)];
  const named = (kind: HelpLine['kind'], line: { name: string; number: string } | undefined, wanted: boolean): HelpLine[] =>
    line && wanted ? [{ kind, ...line }] : [];

  const selfHarm = flags.includes('self-harm');
  const overdose = flags.includes('overdose');
  const violence = flags.includes('domestic-violence');
  const crisisLine = named('crisis', crisis, selfHarm || overdose);
  const crisisFirst = selfHarm && !overdose && !flags.some(bodily);
  // Where there is violence, the police come before an ambulance, unless somebody is hurt.
  const policeLine = violence ? plain('police', police) : [];
  return {
    lines: [
      ...(crisisFirst ? crisisLine : []),
      ...(flags.some(bodily) || overdose ? [...emergencies, ...policeLine] : [...policeLine, ...emergencies.toReversed()]),
      ...named('poison', poison, overdose),
      ...named('domestic', domestic, violence),
      ...(crisisFirst ? [] : crisisLine),
    ],
    fallback: known === undefined,
    quietExit: violence,
  };
}
