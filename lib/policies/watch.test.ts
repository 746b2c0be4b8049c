import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reload } from './store';
import { type WatchedPolicies, watchPolicies } from './watch';

const DIR = join(import.meta.dirname, '../../policies');
let dir: string;
let store: WatchedPolicies;
const reloads: Reload[] = [];

beforeEach(async () => {
  reloads.length = 0;
  dir = await mkdtemp(join(tmpdir(), 'policies-'));
  await cp(DIR, dir, { recursive: true });
  store = await watchPolicies(dir, { everyMs: 20, onReload: (reload) => reloads.push(reload) });
});
afterEach(async () => {
  store.stop();
  await rm(dir, { recursive: true });
});

it('puts an edit into force without a restart', async () => {
  const before = store.current();
  const file = join(dir, 'service-levels.yaml');
  await writeFile(file, `${await readFile(file, 'utf8')}\n# Seen by the support manager.\n`);
  await vi.waitFor(() => expect(reloads).toHaveLength(1), 10_000);
  expect(store.current().hash).not.toBe(before.hash);
  expect(reloads[0]).toMatchObject({ ok: true, changed: true });
});

it('keeps the last good set when an edit is broken, says where, and takes the repair', async () => {
  const before = store.current();
  const file = join(dir, 'escalation.yaml');
  const good = await readFile(file, 'utf8');
  await writeFile(file, `${good}\n  nonsense: [\n`);
  await vi.waitFor(() => expect(reloads).toHaveLength(1), 10_000);
  const [refused] = reloads;
  expect(refused?.ok === false && refused.problems[0]).toMatchObject({
    file: 'escalation.yaml',
    line: expect.any(Number),
  });
  expect(store.current()).toBe(before);
  await writeFile(file, good.replace('0.3', '0.30'));
  await vi.waitFor(() => expect(reloads).toHaveLength(2), 10_000);
  expect(reloads[1]).toMatchObject({ ok: true });
});
