import type { CaptionLine } from '@bedside/shared/captions/captions.ts';

type Cue = { from: number; to: number; lines: string[] };

/** Said within so many milliseconds of each other they are lines of one cue: shorter than that nobody reads a cue. */
const TOGETHER_MS = 500;
/** How long a cue stays: 15 characters a second, which is an easy pace to read at, and neither a flash nor for ever. */
const MS_A_CHARACTER = 1000 / 15;
const LEAST_MS = 1200;
const MOST_MS = 7000;

/**
 * Cues of a transcript in the order in which it was said, in milliseconds after `start`. What was said before counts as said then. No
 * two overlap: a cue ends when the next one begins, or when there was time to read it.
 */
export function cuesOf(lines: readonly CaptionLine[], start: number): Cue[] {
  const cues: Cue[] = [];
  for (const { at, text } of lines) {
    const from = Math.max(0, at - start);
    const last = cues.at(-1);
    if (last && from < last.from + TOGETHER_MS) last.lines.push(text);
    else cues.push({ from, to: from, lines: [text] });
  }
  return cues.map((cue, index) => {
    const reading = Math.min(MOST_MS, Math.max(LEAST_MS, cue.lines.join(' ').length * MS_A_CHARACTER));
    return { ...cue, to: Math.min(Math.round(cue.from + reading), cues[index + 1]?.from ?? Infinity) };
  });
}

/** WebVTT (https://www.w3.org/TR/webvtt1/#file-structure). Times count from `start` (milliseconds since 1970), which a note names. */
export function webVtt(lines: readonly CaptionLine[], start: number): string {
  const blocks = cuesOf(lines, start).map((cue) => `${time(cue.from)} --> ${time(cue.to)}\n${cue.lines.map(escape).join('\n')}\n`);
  return [`WEBVTT\n\nNOTE 00:00:00.000 is ${new Date(start).toISOString()}\n`, ...blocks].join('\n');
}

/** A line for each caption, with the hours, minutes and seconds since `start` before it. */
export function plainTranscript(lines: readonly CaptionLine[], start: number): string {
  return lines.map(({ at, text }) => `[${time(Math.max(0, at - start)).slice(0, -4)}] ${text}\n`).join('');
}

/** https://www.w3.org/TR/webvtt1/#webvtt-timestamp */
function time(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const hours = milliseconds / 3_600_000;
  return `${two(hours)}:${two((milliseconds / 60_000) % 60)}:${two((milliseconds / 1000) % 60)}.${String(milliseconds % 1000).padStart(3, '0')}`;
}

/** Cue text has markup and character references: https://www.w3.org/TR/webvtt1/#webvtt-cue-text. `-->` can't be in it then. */
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
