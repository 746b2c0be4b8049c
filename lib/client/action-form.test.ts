import { describe, expect, it } from 'vitest';
import type { ToolField } from '../contracts/actions';
import { missingOf, paramsOf, problemsByField, startValues } from './action-form';

const field = (name: string, kind: ToolField['kind'], changes: Partial<ToolField> = {}): ToolField => ({
  name,
  title: name.toUpperCase(),
  kind,
  required: true,
  options: [],
  ...changes,
});

const AMOUNT = field('amount', 'amount');
const FIELDS = [
  AMOUNT,
  field('months', 'whole'),
  field('lock', 'yes-no'),
  field('note', 'text', { required: false }),
  field('service', 'choice', { options: [{ value: 's1', label: 'Fiber 500' }] }),
];

describe('a form', () => {
  it('opens with what is proposed and with the only choice there is', () => {
    expect(startValues(FIELDS, { amount: 12.5, lock: true, note: null })).toEqual({
      amount: '12.5',
      months: '',
      lock: true,
      note: '',
      service: 's1',
    });
    const two = field('service', 'choice', {
      options: [...(FIELDS[4]?.options ?? []), { value: 's2', label: 'TV' }],
    });
    expect(startValues([two], {})).toEqual({ service: '' });
  });

  it('says what it would do with as parameters, leaving out what is empty', () => {
    const values = { amount: ' $1,204.50 ', months: '3', lock: false, note: '  ', service: 's1' };
    expect(paramsOf(FIELDS, { note: 'old', kept: 'x' }, values)).toEqual({
      kept: 'x',
      amount: 1204.5,
      months: 3,
      lock: false,
      service: 's1',
    });
  });

  it.each(['-5', '12.5.1', '1e3', 'twelve', '€12', '12 EUR'])('leaves the amount %s to the tool', (typed) => {
    expect(paramsOf([AMOUNT], {}, { amount: typed })).toEqual({ amount: typed });
  });

  it('never rounds an amount that is typed too fine', () => {
    expect(paramsOf([AMOUNT], {}, { amount: '12.345' })).toEqual({ amount: 12.345 });
  });

  it('names what has to be filled in first', () => {
    expect(missingOf(FIELDS, startValues(FIELDS, {}))).toEqual(['AMOUNT', 'MONTHS']);
    expect(missingOf(FIELDS, startValues(FIELDS, { amount: 1, months: 1 }))).toEqual([]);
  });

  it('puts each problem beside its field', () => {
    const problems = [
      { path: 'params.amount', message: 'must be above zero' },
      { path: 'amount', message: 'must be in dollars' },
      { path: '', message: 'The account is closed' },
    ];
    expect(problemsByField(FIELDS, problems)).toEqual({
      byField: { amount: 'must be above zero · must be in dollars' },
      general: ['The account is closed'],
    });
  });
});
