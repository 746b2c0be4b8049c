import { expect, test } from 'vitest';
import { scriptSchema } from '@/lib/connectors/simulator/script';
import { loadScripts } from './scripts';

test('12 live scripts, then the ambient ones, each by a customer of the demo', async () => {
  const scripts = await loadScripts();
  expect(scripts.slice(0, 12).every(({ kind }) => kind === 'live')).toBe(true);
  expect(scripts.slice(12).length).toBeGreaterThanOrEqual(36);
  expect(scripts.slice(12).every(({ kind }) => kind === 'ambient')).toBe(true);
  for (const script of scripts) expect(scriptSchema.safeParse(script).success, script.id).toBe(true);
  expect(scripts.find(({ id }) => id === 'double-charge-before-rent')?.customer).toEqual({
    name: 'Maya Ortiz',
    email: 'maya.ortiz@example.com',
    phone: '+14065550112',
  });
});
