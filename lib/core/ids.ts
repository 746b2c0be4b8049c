import { randomFillSync } from 'node:crypto';

/** The prefix says what an id names, so a wrong id is seen in a log before it is looked up. */
export type IdPrefix =
  | 'act'
  | 'apr'
  | 'apk'
  | 'bln'
  | 'chk'
  | 'cnv'
  | 'con'
  | 'cou'
  | 'cor'
  | 'cre'
  | 'cus'
  | 'cue'
  | 'cev'
  | 'dev'
  | 'esc'
  | 'gap'
  | 'inc'
  | 'lin'
  | 'mdl'
  | 'mem'
  | 'odc'
  | 'ofr'
  | 'out'
  | 'pol'
  | 'ret'
  | 'shp'
  | 'tec'
  | 'inv'
  | 'chg'
  | 'ord'
  | 'pay'
  | 'pkt'
  | 'run'
  | 'ses'
  | 'srv'
  | 'tea'
  | 'trn'
  | 'usr'
  | 'vis'
  | 'wrp';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const base32 = (bytes: Uint8Array): string => {
  let out = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(buffer >> bits) & 31];
    }
    buffer &= (1 << bits) - 1;
  }
  return out;
};

/** A time-ordered id: prefix, 48 bits of milliseconds, 72 random bits, in Crockford base 32 (24 characters). */
export const newId = (prefix: IdPrefix, at: number = Date.now()): string => {
  const bytes = new Uint8Array(15);
  let rest = at;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  randomFillSync(bytes, 6);
  return `${prefix}_${base32(bytes)}`;
};
