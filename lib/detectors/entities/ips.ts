import { isIP } from 'node:net';
import { type Candidate, candidates } from './candidate';

const V4 = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:.])[0-9a-f:]{2,39}(?:\d{0,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?![\p{L}\p{N}:])/giu;
const VERSION = /(?:\bv|version|firmware|build|release) ?$/i;

/** Internet addresses of both versions; four numbers after a word for a version are none. */
export const findIps = (text: string): Candidate[] => [
  ...candidates(
    'ip',
    text,
    V4,
    (value, start) => isIP(value) === 4 && !VERSION.test(text.slice(Math.max(0, start - 12), start)),
  ),
  ...candidates('ip', text, V6, (value) => value.length > 4 && isIP(value) === 6),
];
