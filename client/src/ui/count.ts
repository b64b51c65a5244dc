/** A tally that fits on a button: whole up to 9,999, then "12K". */
export function shortCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale, count < 10_000 ? { useGrouping: false } : { notation: 'compact' }).format(count);
}
