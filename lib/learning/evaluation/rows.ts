import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { AppError } from '@/lib/core/errors';

/** Rows of a JSON Lines file, each checked. Throws `invalid` naming the file and the first line that is wrong. */
export const readRows = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  limit = Number.POSITIVE_INFINITY,
): Promise<z.infer<Schema>[]> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid', `cannot read ${path}`, { cause });
  });
  const rows: z.infer<Schema>[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (rows.length >= limit) break;
    if (line.trim() !== '') rows.push(parseRow(line, schema, `${path}:${at + 1}`));
  }
  if (rows.length === 0) throw new AppError('invalid', `${path} holds no rows`);
  return rows;
};

const parseRow = <Schema extends z.ZodType>(line: string, schema: Schema, where: string): z.infer<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new AppError('invalid', `${where}: not JSON`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [problem] = parsed.error.issues;
  throw new AppError(
    'invalid',
    `${where}: ${problem?.path.join('.') || 'row'}: ${problem?.message ?? 'not as expected'}`,
  );
};
