import type { Db } from './handle';

/** Millionths of a dollar spent on a UTC day by a scope: `organisation`, or `user:<id>`. */
export const spentOn = async (db: Db, day: string, scope: string): Promise<number> => {
  const row = await db.spending.findUnique({
    where: { day_scope: { day, scope } },
    select: { micros: true },
  });
  return Number(row?.micros ?? 0);
};

export const addSpending = async (
  db: Db,
  day: string,
  scopes: readonly string[],
  micros: number,
): Promise<void> => {
  await db.$executeRaw`
    INSERT INTO spending (day, scope, micros) SELECT ${day}, s, ${micros} FROM unnest(${[...scopes].sort()}::text[]) AS s
    ON CONFLICT (day, scope) DO UPDATE SET micros = spending.micros + excluded.micros`;
};
