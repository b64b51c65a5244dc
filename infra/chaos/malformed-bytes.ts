import { createHmac } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { trainStreams } from '../load/train.ts';
import type { Random } from './random.ts';

/** What an ICE-lite side gives to those who may check it (RFC 8445 section 7.2.2). */
export type Ice = { usernameFragment: string; password: string };

const COOKIE = 0x2112a442;

function attribute(type: number, value: Buffer, length = value.length): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(length, 2);
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function stun(type: number, transaction: Buffer, attributes: Buffer, length = attributes.length): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(length, 2);
  head.writeUInt32BE(COOKIE, 4);
  return Buffer.concat([head, transaction, attributes]);
}

/** A connectivity check that is right, and nominates (RFC 8489 sections 14.5 and 14.7 for its end). */
export function check(ice: Ice, random: Random, more: Buffer = Buffer.alloc(0)): Buffer {
  const transaction = random.bytes(12);
  const attributes = Buffer.concat([
    attribute(0x0006, Buffer.from(`${ice.usernameFragment}:chaos`)),
    attribute(0x0024, Buffer.from([0x6e, 0xff, 0xff, 0xff])),
    attribute(0x802a, Buffer.alloc(8, 7)),
    attribute(0x0025, Buffer.alloc(0)),
    more,
  ]);
  const signed = stun(1, transaction, attributes, attributes.length + 24);
  const integrity = attribute(0x0008, createHmac('sha1', ice.password).update(signed).digest());
  const whole = stun(1, transaction, Buffer.concat([attributes, integrity]), attributes.length + integrity.length + 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE((crc32(whole) ^ 0x5354554e) >>> 0);
  return Buffer.concat([whole, attribute(0x8028, sum)]);
}

/** STUN, DTLS, RTP and RTCP that are wrong somewhere (told apart as RFC 7983 says), and what is none of them. */
export function malformedBytes(random: Random) {
  const strange = () => random.pick([0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff]);

  function mutated(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    for (let edits = 1 + random.below(6); edits > 0 && copy.length > 0; edits--) copy[random.below(copy.length)] = random.below(256);
    return random.below(3) === 0 ? copy.subarray(0, random.below(copy.length + 1)) : copy;
  }

  function badStun(ice: Ice): Buffer {
    switch (random.below(6)) {
      case 0:
        return check({ ...ice, password: 'wrong' }, random);
      case 1:
        return stun(random.below(0x4000), random.bytes(12), random.bytes(random.below(64)), strange());
      case 2:
        return stun(1, random.bytes(12), attribute(random.pick([6, 8, 9, 0x20, 0x24, 0x8028]), random.bytes(random.below(40)), strange()));
      case 3:
        return check(ice, random, attribute(random.below(0x8000), random.bytes(random.below(600))));
      case 4:
        return stun(1, random.bytes(12), attribute(6, Buffer.alloc(random.below(1300), 0x61)));
      default:
        return mutated(check(ice, random));
    }
  }

  /** RFC 6347 section 4.1: type, version, epoch, sequence, length. */
  function badDtls(): Buffer {
    const body = random.bytes(random.below(300));
    const head = Buffer.alloc(13);
    head.writeUInt8(random.pick([20, 21, 22, 22, 22, 23, 24, 63]), 0);
    head.writeUInt16BE(random.pick([0xfeff, 0xfefd, 0xfefc, 0x0303, 0]), 1);
    head.writeUInt16BE(random.pick([0, 0, 0, 1, 0xffff]), 3);
    head.writeUInt32BE(random.below(2 ** 16), 7);
    head.writeUInt16BE(random.below(2) ? body.length : strange(), 11);
    if (head.readUInt8(0) === 22 && body.length >= 12) {
      // Section 4.2.2: a handshake message whose fragments lie about their place.
      body.writeUInt8(random.pick([0, 1, 1, 2, 11, 14, 16, 20]), 0);
      body.writeUIntBE(random.pick([body.length - 12, 0, 0xffffff, 4096]), 1, 3);
      body.writeUInt16BE(random.below(4), 4);
      body.writeUIntBE(random.pick([0, 0, 1, 0xffffff]), 6, 3);
      body.writeUIntBE(random.pick([body.length - 12, 0, 1, 0xffffff]), 9, 3);
    }
    return Buffer.concat([head, body]);
  }

  function badRtp(): Buffer {
    const { payloadType, ssrc } = random.pick([trainStreams.video, trainStreams.audio]);
    const packet = Buffer.concat([Buffer.alloc(12), random.bytes(random.below(200))]);
    // RFC 3550 section 5.1: padding and an extension that are longer than the packet, sources that are not there.
    packet.writeUInt8(0x80 | random.below(64), 0);
    packet.writeUInt8(random.below(3) ? payloadType : random.below(256), 1);
    packet.writeUInt16BE(random.below(65_536), 2);
    packet.writeUInt32BE(random.below(2) ? ssrc : random.below(2 ** 32), 8);
    if (packet.length >= 16) packet.writeUInt16BE(strange(), packet.length - 2);
    return random.below(4) === 0 ? packet.subarray(0, random.below(packet.length)) : packet;
  }

  /** Section 6.4: compound packets whose lengths and counts promise more than they bring. */
  function badRtcp(): Buffer {
    const parts = Array.from({ length: 1 + random.below(4) }, () => {
      const part = Buffer.concat([Buffer.alloc(4), random.bytes(4 * random.below(30))]);
      part.writeUInt8(0x80 | random.below(64), 0);
      part.writeUInt8(192 + random.below(32), 1);
      part.writeUInt16BE(random.below(2) ? part.length / 4 - 1 : strange(), 2);
      return part;
    });
    return Buffer.concat(parts);
  }

  return {
    datagram(ice: Ice): Buffer {
      return random.pick([
        () => badStun(ice),
        badDtls,
        badDtls,
        badRtp,
        badRtcp,
        () => random.bytes(random.below(1400)),
        () => Buffer.alloc(0),
      ])();
    },
    /** For TCP, where a length goes before each packet (RFC 4571 section 2); here not always the right one. */
    framed(ice: Ice): Buffer {
      const packet = this.datagram(ice);
      const head = Buffer.alloc(2);
      head.writeUInt16BE(random.below(3) ? packet.length : strange());
      return Buffer.concat([head, packet]);
    },
  };
}
