/** One segment of a playlist, and when what it shows happened (milliseconds since 1970, the server's clock). */
export type HlsSegment = { uri: string; init: string; seconds: number; happenedAt: number };

/**
 * Reads what our own server writes (RFC 8216bis section 4.4): a live list of fragmented MP4, with the time of each segment. Empty for
 * what is none.
 */
export function parseHlsList(text: string): HlsSegment[] {
  const segments: HlsSegment[] = [];
  let init = '';
  let seconds = 0;
  let happenedAt = 0;
  if (!text.startsWith('#EXTM3U')) return [];
  for (const line of text.split('\n')) {
    const [, map] = /^#EXT-X-MAP:URI="([^"]+)"/.exec(line) ?? [];
    const [, date] = /^#EXT-X-PROGRAM-DATE-TIME:(.+)$/.exec(line) ?? [];
    const [, length] = /^#EXTINF:([\d.]+)/.exec(line) ?? [];
    if (map !== undefined) init = map;
    else if (date !== undefined) happenedAt = Date.parse(date);
    else if (length !== undefined) seconds = Number(length);
    else if (line !== '' && !line.startsWith('#')) segments.push({ uri: line, init, seconds, happenedAt });
  }
  return segments;
}
