/** A row of a table as a file has it; null and blank are missing. */
export type TableRow = Readonly<Record<string, string | number | null>>;

/** One feature made from a column: its number, or 1 where it has this value. */
interface Code {
  column: string;
  value: string | null;
}

export interface ColumnCodes {
  codes: readonly Code[];
  encode(row: TableRow): Float64Array;
}

const textOf = (cell: string | number | null | undefined): string => String(cell ?? '').trim();

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

const codeOf = (text: string, { value }: Code): number => {
  if (text === '') return Number.NaN;
  if (value === null) return isNumber(text) ? Number(text) : Number.NaN;
  return text === value ? 1 : 0;
};

/**
 * Learns how rows become numbers. A column of numbers stays one feature; any other has one for each of its values (one-hot), of two values for
 * the first alone. A value that was not there to learn from is none of those known.
 */
export const learnCodes = (rows: readonly TableRow[], columns: readonly string[]): ColumnCodes => {
  const codes = columns.flatMap((column): Code[] => {
    const texts = new Set(rows.map((row) => textOf(row[column])).filter((text) => text !== ''));
    if ([...texts].every(isNumber)) return [{ column, value: null }];
    const values = [...texts].sort();
    return (values.length === 2 ? values.slice(0, 1) : values).map((value) => ({ column, value }));
  });
  return {
    codes,
    encode: (row) => Float64Array.from(codes, (code) => codeOf(textOf(row[code.column]), code)),
  };
};
