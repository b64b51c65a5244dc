/** One fragment of a movie (ISO/IEC 14496-12): `at` and `duration` in milliseconds of the picture's own time. */
export type Fragment = { bytes: Buffer; at: number; duration: number };

/** Where a box's children or fields begin, after its size and name. */
const HEAD = 8;

type Box = { name: string; body: Buffer };

function boxes(bytes: Buffer): Box[] {
  const found: Box[] = [];
  for (let at = 0; at + HEAD <= bytes.length;) {
    const size = bytes.readUInt32BE(at);
    if (size < HEAD || at + size > bytes.length) break;
    found.push({ name: bytes.toString('latin1', at + 4, at + HEAD), body: bytes.subarray(at + HEAD, at + size) });
    at += size;
  }
  return found;
}

const inside = (bytes: Buffer, ...path: string[]): Buffer[] =>
  path.reduce((bodies, name) => bodies.flatMap((body) => boxes(body).flatMap((box) => (box.name === name ? [box.body] : []))), [bytes]);

/** Of the picture's track: its id and the ticks of its clock in a second. */
function videoTrack(moov: Buffer): { id: number; scale: number } | null {
  for (const trak of inside(moov, 'trak')) {
    const [handler] = inside(trak, 'mdia', 'hdlr');
    const [head] = inside(trak, 'tkhd');
    const [clock] = inside(trak, 'mdia', 'mdhd');
    if (!head || !clock || handler?.toString('latin1', 8, 12) !== 'vide') continue;
    const long = (body: Buffer) => body.readUInt8(0) === 1;
    return { id: head.readUInt32BE(long(head) ? 20 : 12), scale: clock.readUInt32BE(long(clock) ? 20 : 12) };
  }
  return null;
}

/** `tfdt` and the durations of `trun` (or the default of `tfhd`) of one track. */
function timesOf(moof: Buffer, track: number): { at: number; duration: number } | null {
  for (const traf of inside(moof, 'traf')) {
    const [tfhd] = inside(traf, 'tfhd');
    const [tfdt] = inside(traf, 'tfdt');
    if (!tfhd || !tfdt || tfhd.readUInt32BE(4) !== track) continue;
    const at = tfdt.readUInt8(0) === 1 ? Number(tfdt.readBigUInt64BE(4)) : tfdt.readUInt32BE(4);
    const standard = defaultDuration(tfhd);
    const duration = inside(traf, 'trun').reduce((sum, trun) => sum + durationOf(trun, standard), 0);
    return { at, duration };
  }
  return null;
}

const flagsOf = (body: Buffer) => body.readUInt32BE(0) & 0xffffff;

function defaultDuration(tfhd: Buffer): number {
  const flags = flagsOf(tfhd);
  if (!(flags & 0x08)) return 0;
  return tfhd.readUInt32BE(8 + (flags & 0x01 ? 8 : 0) + (flags & 0x02 ? 4 : 0));
}

function durationOf(trun: Buffer, standard: number): number {
  const flags = flagsOf(trun);
  const count = trun.readUInt32BE(4);
  if (!(flags & 0x100)) return count * standard;
  const start = 8 + (flags & 0x01 ? 4 : 0) + (flags & 0x04 ? 4 : 0);
  const step = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => flags & flag).length;
  let sum = 0;
  for (let sample = 0; sample < count; sample += 1) sum += trun.readUInt32BE(start + sample * step);
  return sum;
}

/** Cuts a fragmented movie as it is written into what initialises a player, and fragments. */
export function createFragmentCutter(on: {
  init: (bytes: Buffer) => void;
  fragment: (fragment: Fragment) => void;
}): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let head: Buffer[] = [];
  let track: { id: number; scale: number } | null = null;
  let begun: { bytes: Buffer[]; at: number; duration: number } | null = null;

  function take(name: string, whole: Buffer): void {
    if (name === 'ftyp') head = [whole];
    else if (name === 'moov') {
      track = videoTrack(whole.subarray(HEAD));
      on.init(Buffer.concat([...head, whole]));
    } else if (name === 'moof' && track) {
      const times = timesOf(whole.subarray(HEAD), track.id);
      const ms = (ticks: number) => (ticks * 1000) / (track?.scale ?? 1);
      begun = times && { bytes: [whole], at: ms(times.at), duration: ms(times.duration) };
    } else if (name === 'mdat' && begun) {
      on.fragment({ bytes: Buffer.concat([...begun.bytes, whole]), at: begun.at, duration: begun.duration });
      begun = null;
    }
  }

  return (bytes) => {
    rest = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
    while (rest.length >= HEAD) {
      const size = rest.readUInt32BE(0);
      if (size < HEAD || rest.length < size) return;
      take(rest.toString('latin1', 4, HEAD), rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  };
}
