import { expect, it } from 'vitest';
import { ROLES } from '../../lib/domain/user';
import { homeOf, placesOf } from './places';

it('shows a role only what it may use, and gives each a home it may enter', () => {
  expect(placesOf('rep').map(({ href }) => href)).toEqual(['/desk']);
  expect(placesOf('qa').map(({ href }) => href)).toEqual(['/quality']);
  for (const role of ROLES) expect(placesOf(role).map(({ href }) => href)).toContain(homeOf(role));
});
