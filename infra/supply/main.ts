import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '../../server/env.ts';
import { fail } from '../../server/fail.ts';
import { findingsIn } from './audit.ts';
import { licenceOf } from './licences.ts';
import { packagesIn } from './packages.ts';
import { shippedOnly } from './sbom.ts';

const HELP = `What Bedside is made of:

  npm run supply                        known holes in its packages, and the licences of what ships
  npm run supply -- --sbom <file>       also writes the bill of materials (CycloneDX 1.5, JSON) of what ships

Ends with 1 where a hole of high or critical severity is known, with 2 where the registry could not be asked.`;

const root = path.resolve(import.meta.dirname, '../..');

/** npm's standard output, whatever its exit code: `npm audit` has another one for what it finds. */
function npm(...args: string[]): string {
  const { stdout, error } = spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (error) throw new StartError('npm can not be started: it belongs to Node, which installed the packages.');
  return stdout;
}

/** Returns the exit code. */
function audit(): 0 | 1 | 2 {
  const findings = findingsIn(npm('audit', '--json'));
  if (!findings) {
    console.log('Known holes: NOT CHECKED. The registry did not answer npm audit; ask it from a network that reaches registry.npmjs.org.');
    return 2;
  }
  const serious = findings.filter(({ severity }) => severity === 'critical' || severity === 'high');
  console.log(`Known holes: ${findings.length}, of which ${serious.length} of high or critical severity`);
  for (const { name, severity, range } of findings) console.log(`  ${severity.padEnd(9)} ${name} ${range}`);
  return serious.length > 0 ? 1 : 0;
}

function licences(): void {
  const shipped = packagesIn(root).filter(({ ships }) => ships);
  const counts = Map.groupBy(shipped, (one) => licenceOf(one) ?? 'unknown');
  console.log(`\nLicences of the ${shipped.length} packages that ship:`);
  for (const [licence, list] of [...counts].toSorted(([, a], [, b]) => b.length - a.length)) {
    console.log(`  ${String(list.length).padStart(4)}  ${licence}`);
  }
}

function sbom(file: string): void {
  const bom = shippedOnly(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'), packagesIn(root));
  if (!bom) throw new StartError('npm made no bill of materials. Is this npm 10 or newer?');
  writeFileSync(path.resolve(file), `${JSON.stringify(bom, null, 2)}\n`);
  console.log(`\nThe bill of materials is in ${file}.`);
}

function given() {
  try {
    const { values } = parseArgs({ options: { sbom: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } } });
    return values;
  } catch {
    throw new StartError(`“${process.argv.slice(2).join(' ')}” is not understood. npm run supply -- --help says what is.`);
  }
}

try {
  const { help, sbom: file } = given();
  if (help) console.log(HELP);
  else {
    const code = audit();
    licences();
    if (file !== undefined) sbom(file);
    process.exitCode = code;
  }
} catch (error) {
  fail(error);
}
