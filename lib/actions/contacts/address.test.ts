import { expect, it } from 'vitest';
import { readAddress } from './address';

it.each([
  ['email', ' Maya.Ortiz@Example.com ', 'maya.ortiz@example.com'],
  ['email', 'maya at example', null],
  ['email', 'maya@example.com, other@example.com', null],
  ['phone', '(406) 555-0112', '+14065550112'],
  ['phone', '406.555.0112', '+14065550112'],
  ['phone', '+44 20 7946 0018', '+442079460018'],
  ['phone', '555-01', null],
  ['phone', 'my mobile', null],
] as const)('%s %s is %s', (kind, written, read) => {
  expect(readAddress(kind, written)).toBe(read);
});
