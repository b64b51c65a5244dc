import { limits } from '@bedside/shared/limits.ts';
import { normaliseText, textLength } from '@bedside/shared/text.ts';

/** The form as it is typed; `startsAt` as `<input type="datetime-local">` has it, in the reader's time zone. */
export type Plan = { title: string; description: string; hostName: string; hostTitle: string; startsAt: string };

export type Complaint = { problem: 'between'; min: number; max: number } | { problem: 'when' | 'past' };
export type Complaints = Partial<Record<keyof Plan, Complaint>>;

const MINUTE = 60_000;

const bounds = {
  title: [limits.titleMin, limits.titleMax],
  description: [0, limits.descriptionMax],
  hostName: [1, limits.displayNameMax * 2],
  hostTitle: [0, limits.titleMax],
} as const;

/** What has to change before it can be scheduled, by the same rules as the server's. `now` in milliseconds. */
export function complaintsOf(plan: Plan, now: number): Complaints {
  const complaints: Complaints = {};
  for (const field of ['title', 'description', 'hostName', 'hostTitle'] as const) {
    const [min, max] = bounds[field];
    const length = textLength(normaliseText(plan[field]));
    if (length < min || length > max) complaints[field] = { problem: 'between', min, max };
  }
  const at = startOf(plan);
  if (at === null) complaints.startsAt = { problem: 'when' };
  // This very minute is meant as "now".
  else if (at < now - MINUTE) complaints.startsAt = { problem: 'past' };
  return complaints;
}

export function startOf({ startsAt }: Plan): number | null {
  const at = Date.parse(startsAt);
  return Number.isNaN(at) ? null : at;
}

/** `now` rounded up to the next full hour, as the input wants it. */
export function nextHour(now: number): string {
  const at = new Date(now);
  at.setHours(at.getHours() + 1, 0, 0, 0);
  return localInput(at);
}

/** "2026-11-24T18:00" in the reader's time zone (HTML, "local date and time strings"). */
export function localInput(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
