import fc from 'fast-check';
import { expect, it } from 'vitest';
import { binTable, MISSING_BIN } from './bins';

const columnOf = (values: readonly number[], most: number) => {
  const { columns, cuts } = binTable(
    values.map((value) => [value]),
    1,
    most,
  );
  return { bins: [...(columns[0] ?? [])], cuts: [...(cuts[0] ?? [])] };
};

it('cuts between values while they are few', () => {
  expect(columnOf([3, 1, 1, 2], 64)).toEqual({ bins: [2, 0, 0, 1], cuts: [1.5, 2.5] });
});

it('keeps what is missing apart', () => {
  expect(columnOf([Number.NaN, 5, Number.NaN], 64)).toEqual({
    bins: [MISSING_BIN, 0, MISSING_BIN],
    cuts: [],
  });
});

it('puts a value in the bin whose cuts enclose it, in no more bins than asked for, in the order of the values', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 300 }),
      fc.integer({ min: 2, max: 20 }),
      (values, most) => {
        const { bins, cuts } = columnOf(values, most);
        expect(cuts.length).toBeLessThan(most);
        expect(cuts).toEqual([...cuts].sort((a, b) => a - b));
        for (const [i, value] of values.entries()) {
          const bin = bins[i] ?? -1;
          expect(value).toBeLessThanOrEqual(cuts[bin] ?? Number.POSITIVE_INFINITY);
          expect(value).toBeGreaterThan(cuts[bin - 1] ?? Number.NEGATIVE_INFINITY);
        }
      },
    ),
  );
});
