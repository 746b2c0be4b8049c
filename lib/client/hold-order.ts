interface Row {
  id: string;
}

export interface Arrangement<T extends Row> {
  /** What is on screen, in order. */
  rows: readonly T[];
  /** How many newcomers wait to be let in. */
  fresh: number;
}

/**
 * While someone points at the list nothing may move under the pointer: rows keep their places and take their
 * new values, those that left stay until it is released, newcomers are counted instead of shown. Rows after
 * the last one shown (the next page) may come in, because they move nothing. Returns `shown` itself when
 * nothing changed.
 */
export const holdOrder = <T extends Row>(
  shown: readonly T[],
  latest: readonly T[],
  held: boolean,
): Arrangement<T> => {
  if (!held || shown.length === 0) return { rows: latest, fresh: 0 };
  const byId = new Map(latest.map((row) => [row.id, row]));
  const known = new Set(shown.map((row) => row.id));
  const kept = shown.map((row) => byId.get(row.id) ?? row);
  const lastKnown = latest.findLastIndex((row) => known.has(row.id));
  const tail = latest.slice(lastKnown + 1);
  const appended = lastKnown === -1 ? [] : tail;
  const fresh = latest.filter((row) => !known.has(row.id)).length - appended.length;
  const same = appended.length === 0 && kept.every((row, index) => row === shown[index]);
  return { rows: same ? shown : [...kept, ...appended], fresh };
};
