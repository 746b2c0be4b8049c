import type { Prisma } from '@/lib/db/generated/client';

/** What the warehouse has. Phone cases have run out. */
export const STOCK: readonly Prisma.StockCreateManyInput[] = [
  { item: 'LM-10 mesh point', onHand: 140 },
  { item: 'LT-4 TV box', onHand: 36 },
  { item: 'Network cable, 10 m', onHand: 300 },
  { item: 'TV remote', onHand: 85 },
  { item: 'Phone case', onHand: 0 },
  { item: 'Self-install kit with LF-600 gateway', onHand: 14 },
  { item: 'Equipment return kit (gateway, 2 TV boxes, 2 mesh points)', onHand: 40 },
];
