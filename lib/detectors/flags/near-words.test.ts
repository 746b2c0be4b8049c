import { expect, test } from 'vitest';
import { nearAnyOf } from './near-words';

const isPerson = nearAnyOf(['person', 'agent', 'care']);

test.each(['person', 'persn', 'persoon', 'pesron', 'peroon', 'agnet', 'toperson', 'care'])(
  '"%s" is near',
  (word) => {
    expect(isPerson(word)).toBe(true);
  },
);

test.each(['personal', 'parson who', 'pesrno', 'cars', 'gent', 'magenta', ''])('"%s" is not', (word) => {
  expect(isPerson(word)).toBe(false);
});
