import type { InfiniteData } from '@tanstack/react-query';
import type { QueueRow } from '../contracts/conversations';
import { compareRows } from './queue-order';

export interface QueuePage {
  rows: QueueRow[];
  next: string | null;
}
export type QueueData = InfiniteData<QueuePage, string>;

const without = (data: QueueData, id: string): QueueData => {
  if (!data.pages.some((page) => page.rows.some((row) => row.id === id))) return data;
  return {
    ...data,
    pages: data.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) })),
  };
};

/**
 * Puts a changed row where it now belongs in the loaded pages, or takes it out. A row that sorts after
 * everything loaded, while more is to come, is left out: its own page will bring it.
 */
export const patchQueue = (data: QueueData, row: QueueRow, belongs: boolean): QueueData => {
  const rest = without(data, row.id);
  if (!belongs) return rest;
  const last = rest.pages.length - 1;
  const into = rest.pages.findIndex(
    (page, index) =>
      page.rows.some((other) => compareRows(row, other) < 0) || (index === last && page.next === null),
  );
  if (into === -1) return rest;
  return {
    ...rest,
    pages: rest.pages.map((page, index) => {
      if (index !== into) return page;
      const at = page.rows.findIndex((other) => compareRows(row, other) < 0);
      return { ...page, rows: page.rows.toSpliced(at === -1 ? page.rows.length : at, 0, row) };
    }),
  };
};
