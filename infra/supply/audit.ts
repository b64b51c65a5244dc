import * as z from 'zod';

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.enum(['info', 'low', 'moderate', 'high', 'critical']), range: z.string() })),
});

/** What `npm audit --json` found, the worst first; null where the registry did not answer the question. */
export function findingsIn(output: string): { name: string; severity: string; range: string }[] | null {
  const report = Report.safeParse(json(output));
  if (!report.success) return null;
  const order = ['critical', 'high', 'moderate', 'low', 'info'];
  return Object.entries(report.data.vulnerabilities)
    .map(([name, { severity, range }]) => ({ name, severity, range }))
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.name.localeCompare(b.name));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
