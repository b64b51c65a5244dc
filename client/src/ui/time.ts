const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const units = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/** "5 minutes ago", "in 2 days"; under a minute `justNow`. Times in milliseconds. */
export function relativeTime(at: number, now: number, locale: string, justNow: string): string {
  const gap = at - now;
  const unit = units.find(([, size]) => Math.abs(gap) >= size);
  if (!unit) return justNow;
  const [name, size] = unit;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(gap / size), name);
}

/** A running length of time as "4:07" or "1:04:07". */
export function elapsed(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND));
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** The same as an ISO 8601 duration, for `<time dateTime>`. */
export function isoDuration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / SECOND));
  return `PT${Math.floor(total / 3600)}H${Math.floor(total / 60) % 60}M${total % 60}S`;
}

/** "Tuesday 24 November, 18:00" in the reader's own time zone. */
export function fullTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** Year only where it is not this one. */
export function dayAndTime(at: number, now: number, locale: string): string {
  const otherYear = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    ...(otherYear && { year: 'numeric' }),
  }).format(at);
}

/** The time alone on the day that it is, with the day otherwise. */
export function timeOrDay(at: number, now: number, locale: string): string {
  if (new Date(at).toDateString() !== new Date(now).toDateString()) return dayAndTime(at, now, locale);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);
}
