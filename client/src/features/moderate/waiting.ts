const MINUTE = 60_000;

/** How long a question may wait before the desk says so. */
const SLOW_MS = 2 * MINUTE;
const LATE_MS = 5 * MINUTE;

export type Pace = 'fine' | 'slow' | 'late';

export function paceOf(waitedMs: number): Pace {
  return waitedMs >= LATE_MS ? 'late' : waitedMs >= SLOW_MS ? 'slow' : 'fine';
}

// Making a formatter costs more than hundreds of uses, and hundreds of rows show an age.
const formats = new Map<string, Intl.NumberFormat>();

function format(count: number, unit: 'hour' | 'minute', locale: string): string {
  const key = `${locale} ${unit}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' });
  formats.set(key, known);
  return known.format(count);
}

/** A wait in whole minutes, or hours and minutes: "3 min", "1 hr 5 min". `justNow` under a minute. */
export function waitText(waitedMs: number, locale: string, justNow: string): string {
  const minutes = Math.floor(waitedMs / MINUTE);
  if (minutes < 1) return justNow;
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return format(minutes, 'minute', locale);
  return minutes % 60 === 0 ? format(hours, 'hour', locale) : `${format(hours, 'hour', locale)} ${format(minutes % 60, 'minute', locale)}`;
}
