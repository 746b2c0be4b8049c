import { describe, expect, it } from 'vitest';
import { type CallerSaid, verifyCaller } from './verify-caller';

const ACCOUNT = { name: "Renée O'Neil-Díaz", accountNumber: 'LK-204518', zip: '00411', lastBill: 11_000 };
const caller = (more: Partial<CallerSaid> = {}): CallerSaid => ({
  fullName: "Renée O'Neil-Díaz",
  accountNumber: 'LK-204518',
  lastBill: 110,
  zip: '00411',
  ...more,
});

describe('a name', () => {
  it.each(["Renée O'Neil-Díaz", 'renee oneil diaz', '  RENÉE  O’NEIL DÍAZ ', 'Renee O.Neil Diaz'])(
    '%s is hers',
    (fullName) => {
      expect(verifyCaller(caller({ fullName }), ACCOUNT).nameMatches).toBe(true);
    },
  );

  it.each(['Renée', 'Díaz', 'Diaz Renee', 'Renée O Díaz', 'Rene ONeil Diaz', '', '…'])(
    '%s is not',
    (fullName) => {
      expect(verifyCaller(caller({ fullName }), ACCOUNT).nameMatches).toBe(false);
    },
  );

  it('that is empty is nobody’s, also where the account has none', () => {
    expect(verifyCaller(caller({ fullName: '' }), { ...ACCOUNT, name: '—' }).nameMatches).toBe(false);
  });
});

describe('checks', () => {
  it.each([
    [{}, 3],
    [{ accountNumber: '204518', zip: ' 00411 ' }, 3],
    [{ accountNumber: 'LK-204519' }, 2],
    [{ lastBill: 110.01 }, 2],
    [{ lastBill: 110.5, zip: '00412' }, 1],
    [{ accountNumber: null, lastBill: null, zip: null }, 0],
    [{ accountNumber: '', lastBill: 0, zip: '' }, 0],
  ])('of %j: %i pass', (said, checksPassed) => {
    expect(verifyCaller(caller(said), ACCOUNT)).toEqual({ nameMatches: true, checksPassed });
  });

  it('are passed by nothing that the account has not got', () => {
    const bare = { name: ACCOUNT.name, accountNumber: null, zip: null, lastBill: null };
    expect(verifyCaller(caller(), bare).checksPassed).toBe(0);
    expect(verifyCaller(caller({ accountNumber: '', lastBill: null, zip: '' }), bare).checksPassed).toBe(0);
  });
});
