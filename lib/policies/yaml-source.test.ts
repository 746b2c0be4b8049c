import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-source';

const faultsOf = (text: string): { line: number; reason: string }[] => {
  const read = readYaml(text);
  return read.ok ? [] : read.faults;
};

describe('YAML of policies', () => {
  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{a: '.repeat(5_000)],
    ['dashes', `${'- '.repeat(3000)}a`],
    ['indentation', Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['an anchor', 'a: &x [1, 2]\nb: 1'],
    ['an alias', 'b: *x'],
    ['a tag', 'a: !!js/function "x"'],
    ['length', `a: ${'x'.repeat(300_000)}`],
    ['a key twice', 'a: 1\na: 2'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key that is a list', '? [a]\n: b'],
    ['a key that is a prototype', 'a: 1\n__proto__: { b: 1 }'],
    ['a quote that never ends', 'a: "b'],
  ])('is refused for %s', (_name, text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it('names the line of a fault', () => {
    expect(faultsOf('a: 1\nb:\n  - c\n  - *d\n')).toEqual([
      { line: 4, reason: expect.stringContaining('*d') },
    ]);
    expect(faultsOf('a: 1\nb: 2\na: 3\n')).toEqual([{ line: 3, reason: expect.any(String) }]);
  });

  it('takes stars, ampersands and exclamation marks in text for text', () => {
    const read = readYaml('a:\n  - b * c & d!\n  - "*x &y !z"\n  - lawyer*\nb: |\n  *x\n  &y\n');
    expect(read.ok && read.source.value).toEqual({ a: ['b * c & d!', '*x &y !z', 'lawyer*'], b: '*x\n&y\n' });
  });

  it('tells the line of a path, or of the nearest thing above it', () => {
    const read = readYaml('# note\na:\n  - { b: 1 }\n  - b: 2\n    c: 3\n');
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    const { lineOf } = read.source;
    expect([
      lineOf(['a']),
      lineOf(['a', 0, 'b']),
      lineOf(['a', 1, 'c']),
      lineOf(['a', 1, 'missing']),
      lineOf(['z']),
    ]).toEqual([2, 3, 5, 4, 1]);
  });
});
