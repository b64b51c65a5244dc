import { isCommon, isUnheard } from './lexicon.ts';
import { phrases, wordSet } from './phrases.ts';
import { isCapital, type Scan, spanOf } from './scan.ts';
import type { PersonalSpan } from './span.ts';

const cues = phrases({
  work: `work at, works at, worked at, working at, work for, works for, worked for, working for, work with, employed at, employed by,
    employed with, employee of, employee at, my employer is, my employer, employer, employer is, job at, job with, my company is, my
    company, hired by, hired at, fired from, retired from, laid off from, employment with, employment at, i drive for, trabajo en,
    trabaja en, trabaje en, trabajaba en, trabajando en, trabajo para, trabaja para, trabaje para, trabajaba para, empleado de,
    empleada de, empleado en, empleada en, mi empresa es, mi empresa, mi empleador, mi empleador es, mi patron es, empresa, jubilado
    de, jubilada de, contratado por, contratada por, laboro en, labora en, operario de, operaria de`,
  trade: `driver at, nurse at, teacher at, engineer at, clerk at, manager at, cashier at, technician at, mechanic at, welder at, cook at,
    assistant at, supervisor at, accountant at, operator at, analyst at, guard at, worker at, cleaner at, janitor at, electrician at,
    plumber at, secretary at, waitress at, waiter at, chef at, pilot at, salesman at, programmer at, developer at, designer at, packer
    at, driver for, nurse for, engineer for, manager for, job in, position at, shift at, shifts at, chofer de, conductor de, cajera
    de, cajero de, maestra en, maestro en, enfermera en, enfermero en, obrero de, gerente de, vendedor de, vendedora de`,
});
const joining = wordSet('of and & the de del la las los y for');
const legal = wordSet('inc llc ltd corp co company plc gmbh ag sa srl group limited corporation');
const firms =
  wordSet(`walmart amazon google microsoft apple fedex ups usps target costco mcdonalds starbucks boeing ford toyota tesla uber lyft verizon
    comcast ibm intel oracle accenture infosys wipro tcs deloitte kpmg telmex pemex cemex bimbo femsa oxxo mercadona inditex zara
    telefonica iberdrola repsol santander bbva carrefour ikea siemens bosch volkswagen bmw nissan honda samsung hyundai foxconn tesco
    asda sainsburys nestle unilever dhl wells fargo chase citibank aldi lidl kroger walgreens cvs`);
const WORDS_MAX = 5;

/** Where somebody works, by what is said before it. */
export function findEmployers(scan: Scan): PersonalSpan[] {
  const { tokens } = scan;
  const found: PersonalSpan[] = [];
  tokens.forEach((_, index) => {
    const cue = cues.at(tokens, index);
    if (!cue) return;
    let from = cue.after;
    while (
      /^[:=]$/.test(tokens[from]?.text ?? '') ||
      /^(?:is|the|es|el|la|los|las|a|an|una|un|called|named|llamada)$/.test(tokens[from]?.folded ?? '')
    )
      from++;
    let end = from;
    for (let at = from; at < from + WORDS_MAX * 2; at++) {
      const token = tokens[at];
      if (!token || (token.opensLine && at > from)) break;
      const more = isCapital(token) || firms.has(token.folded) || legal.has(token.folded);
      if (more && (at > from || !isCommon(token) || isCapital(tokens[at + 1]))) end = at + 1;
      else if (
        !(
          at > from &&
          (joining.has(token.folded) ||
            (token.type === 'mark' && token.glued && /^['’.&-]$/.test(token.text)) ||
            token.folded === 's' ||
            token.type === 'number')
        )
      )
        break;
    }
    const own = tokens.slice(from, end);
    if (own.some((token) => isUnheard(token) || firms.has(token.folded))) found.push(...spanOf('employer', scan, from, end));
  });
  return found;
}
