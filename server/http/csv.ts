const FORMULA = /^[=+\-@\t\r\n]/;
const TO_QUOTE = /[",\r\n]/;

/**
 * One line of CSV (RFC 4180), for spreadsheets: text that one would take for a formula has an apostrophe before it
 * (https://owasp.org/www-community/attacks/CSV_Injection), so that ids and hashes that begin with a hyphen have one too.
 */
export const csvLine = (fields: readonly (string | number)[]): string => `${fields.map(csvField).join(',')}\r\n`;

function csvField(value: string | number): string {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value);
  return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
