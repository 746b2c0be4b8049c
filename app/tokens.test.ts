import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8');

const block = (selector: string): Record<string, string> => {
  const from = css.indexOf(`${selector} {`);
  const body = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']),
  );
};

/** Relative luminance, WCAG 2.2 "relative luminance". */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover'];
const TEXT: [string, string[]][] = [
  ['text', [...GROUNDS, 'accent-soft', 'danger-soft', 'warn-soft', 'ok-soft', 'note-soft']],
  ['muted', [...GROUNDS, 'accent-soft', 'danger-soft', 'warn-soft', 'note-soft']],
  ['faint', GROUNDS],
  ['accent-strong', [...GROUNDS, 'accent-soft']],
  ['on-accent', ['accent', 'accent-strong']],
  ['danger', [...GROUNDS, 'danger-soft']],
  ['warn', [...GROUNDS, 'warn-soft']],
  ['ok', [...GROUNDS, 'ok-soft']],
  ['note', ['surface', 'note-soft']],
];
const EDGES: [string, string[]][] = [
  ['edge', ['canvas', 'surface', 'raised']],
  ['accent', ['canvas', 'surface', 'raised', 'sunken']],
];

describe.each([
  ['light', ':root'],
  ['dark', '[data-theme="dark"]'],
])('design tokens, %s', (_name, selector) => {
  const tokens = block(selector);
  const failing = (pairs: [string, string[]][], least: number): string[] =>
    pairs.flatMap(([front, grounds]) =>
      grounds.flatMap((ground) => {
        const ratio = contrast(tokens[front] ?? '', tokens[ground] ?? '');
        return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
      }),
    );

  it('keeps text readable (WCAG 2.2, 1.4.3)', () => expect(failing(TEXT, 4.5)).toEqual([]));
  it('keeps control edges and focus visible (1.4.11)', () => expect(failing(EDGES, 3)).toEqual([]));
});
