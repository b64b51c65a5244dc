import type { Sample } from './measure.ts';
import { judge } from './ramp.ts';
import type { TargetName } from './targets/target.ts';

export const titles: Record<TargetName, string> = {
  bare: 'bare mediasoup',
  bedside: 'Bedside',
  janus: 'Janus',
  'janus-loop': 'Janus, one loop',
};

/** What is aimed at: Bedside's viewers a core over the other's. */
const aims = { bare: ' (aim: at least 0.97)', janus: ' (aim: at least 2.5)', 'janus-loop': '' } as const;

const percent = (share: number, digits = 1) => `${(share * 100).toFixed(digits)} %`;

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('   '),
  );
}

/** What makes a figure one about the bots, in words; empty where nothing does. */
function doubt({ botsDropped, malformed }: Sample): string {
  const dropped = botsDropped > 0 ? `, but the bots dropped ${botsDropped} themselves` : '';
  return malformed > 0 ? `${dropped}, and did not understand ${malformed} datagrams` : dropped;
}

/** CPU for the same work. */
export function sameWorkLines(samples: ReadonlyMap<TargetName, Sample>, ciphers: ReadonlyMap<TargetName, ReadonlySet<string>>): string[] {
  const rows = [...samples].map(([name, sample]) => [
    titles[name],
    percent(sample.cpu),
    percent(sample.cpuPerViewer, 3),
    `${sample.usPerPacket.toFixed(1)} µs`,
    String(Math.round(1 / sample.cpuPerViewer)),
    percent(sample.lost, 2),
    percent(sample.behind),
    percent(sample.others),
    `${[...(ciphers.get(name) ?? [])].join(', ')}${doubt(sample)}`,
  ]);
  return table([['', 'of a core', 'per viewer', 'per packet', 'so a core carries', 'lost', 'behind', 'others', 'SRTP'], ...rows]);
}

/** Bedside against the others, where both were measured: how many times as many viewers a core. */
export function ratioLines(ratioTo: (name: keyof typeof aims) => number): string[] {
  return (['bare', 'janus', 'janus-loop'] as const).flatMap((name) => {
    const ratio = ratioTo(name);
    return Number.isFinite(ratio) ? [`Bedside / ${titles[name]}: ${ratio.toFixed(2)}${aims[name]}`] : [];
  });
}

export function stepLine(name: TargetName, sample: Sample): string {
  const columns = [
    titles[name].padEnd(16),
    `${String(sample.viewers).padStart(5)} viewers`,
    `${percent(sample.lost, 2).padStart(8)} lost`,
    `${percent(sample.behind, 1).padStart(7)} behind`,
    `${percent(sample.cpu).padStart(8)} of a core`,
    `${percent(sample.others).padStart(7)} others`,
    `${String(Math.round(sample.packetsPerSecond)).padStart(6)} packets/s`,
    `${judge(sample)}${doubt(sample)}`,
  ];
  return columns.join('   ');
}
