import type { Sample } from './measure.ts';
import { LOSS_ALLOWED } from './ramp.ts';
import type { TargetName } from './targets/target.ts';

export const titles: Record<TargetName, string> = { bare: 'bare mediasoup', bedside: 'Bedside', janus: 'Janus, streaming' };

/** What is aimed at: Bedside's viewers a core over the other's. */
const aims = { bare: 0.97, janus: 2.5 } as const;

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   '),
  );
}

/** CPU for the same work. */
export function sameWorkLines(samples: ReadonlyMap<TargetName, Sample>, ciphers: ReadonlyMap<TargetName, ReadonlySet<string>>): string[] {
  const rows = [...samples].map(([name, sample]) => [
    titles[name],
    percent(sample.cpu),
    percent(sample.cpu / sample.viewers, 3),
    `${sample.usPerPacket.toFixed(1)} µs`,
    percent(sample.lost, 2),
    percent(sample.waited),
    [...(ciphers.get(name) ?? [])].join(', '),
  ]);
  return table([['', 'of a core', 'per viewer', 'per packet', 'lost', 'waited', 'SRTP'], ...rows]);
}

/** Bedside against the others by a figure of which more is better. */
export function ratioLines(figures: ReadonlyMap<TargetName, number>): string[] {
  const ours = figures.get('bedside');
  if (ours === undefined) return [];
  return (['bare', 'janus'] as const).flatMap((name) => {
    const theirs = figures.get(name);
    return theirs === undefined || theirs === 0
      ? []
      : [`Bedside / ${titles[name]}: ${(ours / theirs).toFixed(2)} (aim: at least ${aims[name]})`];
  });
}

export function stepLine(name: TargetName, sample: Sample): string {
  const doubt = sample.botsDropped > 0 ? `   the bots dropped ${sample.botsDropped}: not the SFU's loss` : '';
  const verdict = sample.lost <= LOSS_ALLOWED ? 'carried' : 'too much lost';
  return `  ${titles[name].padEnd(18)}${String(sample.viewers).padStart(5)} viewers   ${percent(sample.lost, 2).padStart(8)} lost   ${percent(sample.cpu).padStart(7)} of a core   ${percent(sample.waited).padStart(6)} waited   ${Math.round(sample.packetsPerSecond)} packets/s   ${verdict}${doubt}`;
}
