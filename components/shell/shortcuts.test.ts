import { expect, it } from 'vitest';
import { definitionOf, SHORTCUT_IDS, SHORTCUTS } from './shortcuts';

it('binds no key twice, except inside a panel', () => {
  const keys = SHORTCUT_IDS.filter((id) => definitionOf(id).inside === undefined).flatMap((id) =>
    SHORTCUTS[id].keys.split(','),
  );
  expect(new Set(keys).size).toBe(keys.length);
});

it('lets no single character fire while typing', () => {
  const single = SHORTCUT_IDS.filter((id) =>
    SHORTCUTS[id].keys.split(',').every((keys) => keys.length === 1),
  );
  expect(single.length).toBeGreaterThan(8);
  for (const id of single) expect(definitionOf(id).typing).toBeUndefined();
});
