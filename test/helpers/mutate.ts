/** Spoils the bytes of a real file as disks, mails and enemies do. */
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Draw } from './seeded';

const MAGIC = [
  'PK\u0003\u0004',
  '%PDF-1.7',
  '\u0089PNG\r\n',
  '{"a":',
  '<?xml version="1.0"?>',
  'SQLite format 3\0',
];

/** One damaged copy: flipped bits, a cut, a hole, a part doubled or torn out, a foreign head, noise behind. */
export function mutate(bytes: Uint8Array, draw: Draw): Uint8Array {
  const copy = bytes.slice();
  const at = draw.below(copy.length);
  const length = 1 + draw.below(Math.min(400, copy.length));
  switch (draw.below(8)) {
    case 0:
      for (let n = 1 + draw.below(40); n > 0; n--) {
        const place = draw.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << draw.below(8));
      }
      return copy;
    case 1:
      return copy.slice(0, at);
    case 2:
      return copy.fill(draw.pick([0, 0xff, 0x20]), at, at + length);
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(Math.max(0, at - length)), draw.bytes(20)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 5:
      copy.set(Buffer.from(draw.pick(MAGIC), 'latin1').subarray(0, copy.length));
      return copy;
    case 6:
      copy.set(draw.bytes(Math.min(length, copy.length - at)), at);
      return copy;
    default:
      new DataView(copy.buffer).setUint32(
        Math.max(0, Math.min(at, copy.length - 4)),
        draw.pick([0, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, copy.length]),
        draw.chance(0.5),
      );
      return copy;
  }
}

const TEXT_TRAPS = [
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '&x;',
  '&#0;',
  '&#x110000;',
  '<![CDATA[',
  '<!--',
  '<a'.repeat(2_000),
  '<a>'.repeat(2_000),
  ' r="ZZZZZZ99999999"',
  ' count="4294967295"',
  '\u0000',
  '-1',
  '1e400',
];

/** One copy of a package whose parts are spoilt inside, and packed well again: the readers behind the ZIP are reached. */
export function mutatePackage(bytes: Uint8Array, draw: Draw): Uint8Array {
  const parts: Zippable = {};
  const names = Object.keys(unzipSync(bytes));
  const spoilt = draw.pick(names);
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name !== spoilt || content.length === 0) parts[name] = content;
    else if (draw.chance(0.1)) continue;
    else parts[name] = draw.chance(0.5) ? mutate(content, draw) : withTrap(content, draw);
  }
  const more = draw.below(12);
  if (more === 0) parts['../../so-fuzz-out.txt'] = strToU8('x');
  if (more === 1) parts['/etc/so-fuzz-out'] = strToU8('x');
  if (more === 2) parts['C:\\so-fuzz-out.txt'] = strToU8('x');
  if (more === 3) parts[`link${draw.below(9)}`] = [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }];
  if (more === 4) parts['nested.zip'] = zipSync({ 'a.bin': new Uint8Array(500_000) });
  if (more === 5) parts[`${'đ'.repeat(300)}\u202Efdp.xml`] = strToU8('<x/>');
  return zipSync(parts, { level: 1 });
}

function withTrap(content: Uint8Array, draw: Draw): Uint8Array {
  const at = draw.below(content.length);
  return Buffer.concat([content.subarray(0, at), strToU8(draw.pick(TEXT_TRAPS)), content.subarray(at)]);
}
