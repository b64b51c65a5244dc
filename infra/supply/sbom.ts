import * as z from 'zod';
import type { Package } from './packages.ts';

const Bom = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/**
 * Of `npm sbom --sbom-format cyclonedx` (CycloneDX 1.5) what ships, with our own workspaces. npm's own `--omit dev` also leaves out
 * what ships and is wanted for developing too: zod, ws and forty others. Null where the text is no such bill.
 */
export function shippedOnly(text: string, packages: readonly Package[]): z.infer<typeof Bom> | null {
  if (!text.startsWith('{')) return null;
  const bom = Bom.safeParse(JSON.parse(text));
  if (!bom.success) return null;
  const { data } = bom;
  const refs = new Set(packages.filter(({ ships }) => ships).map(({ name, version }) => `${name}@${version}`));
  const kept = (ref: string) => refs.has(ref) || ref.startsWith('@bedside/') || ref === data.metadata.component['bom-ref'];
  return {
    ...data,
    components: data.components.filter((component) => kept(component['bom-ref'])),
    dependencies: data.dependencies
      .filter(({ ref }) => kept(ref))
      .map((dependency) => ({ ...dependency, dependsOn: dependency.dependsOn.filter(kept) })),
  };
}
