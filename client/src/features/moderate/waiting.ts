const MINUTE = 60_000;

/** How long a question may wait before the desk says so. */
const SLOW_MS = 2 * MINUTE;
const LATE_MS = 5 * MINUTE;

export type Pace = 'fine' | 'slow' | 'late';

export function paceOf(waitedMs: number): Pace {
  return waitedMs >= LATE_MS ? 'late' : waitedMs >= SLOW_MS ? 'slow' : 'fine';
}

/** A wait in whole minutes, or hours and minutes: "3 min", "1 hr 5 min". `justNow` under a minute. */
export function waitText(waitedMs: number, locale: string, justNow: string): string {
  const minutes = Math.floor(waitedMs / MINUTE);
  if (minutes < 1) return justNow;
  const unit = (count: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return unit(minutes, 'minute');
  return minutes % 60 === 0 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}`;
}
