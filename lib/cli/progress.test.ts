import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressOn } from './progress';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const screen = (isTTY = false) => {
  const said: string[] = [];
  return { said, screen: { isTTY, columns: 80, write: (text: string) => void said.push(text) } };
};

test('a quick step is one line', async () => {
  const { said, screen: on } = screen();
  await progressOn(on).step('Database', async () => undefined);
  expect(said).toEqual(['✓ Database (0.0 s)\n']);
});

test('a step says after two seconds that it goes on and what it does, and again every ten', async () => {
  const { said, screen: on } = screen();
  const done = progressOn(on).step('Build', async (detail) => {
    detail('compiling');
    await new Promise((resolve) => setTimeout(resolve, 25_000));
  });
  await vi.advanceTimersByTimeAsync(1_999);
  expect(said).toEqual([]);
  await vi.advanceTimersByTimeAsync(24_000);
  await done;
  expect(said).toEqual([
    '… Build: compiling (2.0 s)\n',
    '… Build: compiling (12.0 s)\n',
    '… Build: compiling (22.0 s)\n',
    '✓ Build (25.0 s)\n',
  ]);
});

test('a failed step is marked, and its error goes on to whoever asked', async () => {
  const { said, screen: on } = screen();
  const reason = new Error('no disk');
  await expect(progressOn(on).step('Database', () => Promise.reject(reason))).rejects.toBe(reason);
  expect(said).toEqual(['✗ Database (0.0 s)\n']);
});

test('on a terminal the running step rewrites its own line and never wraps', async () => {
  const { said, screen: on } = screen(true);
  const done = progressOn(on).step('Build', async (detail) => {
    detail('x'.repeat(200));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  });
  await vi.advanceTimersByTimeAsync(3_000);
  await done;
  expect(said.length).toBeGreaterThan(2);
  const clear = '\r\x1b[K';
  for (const text of said.slice(0, -1)) {
    expect(text.startsWith(clear)).toBe(true);
    expect(text.length - clear.length).toBeLessThan(80);
    expect(text).not.toContain('\n');
  }
});
