'use client';
import { useState } from 'react';
import { type Arrangement, holdOrder } from '@/lib/client/hold-order';
import type { QueueRow } from '@/lib/contracts/conversations';

/** The rows in the order on screen, which stands still while `held`. `filter` names the list: another one starts afresh. */
export const useHeldRows = (
  latest: readonly QueueRow[],
  held: boolean,
  filter: string,
): Arrangement<QueueRow> => {
  const [shown, setShown] = useState({ filter, rows: latest });
  const arrangement = holdOrder(shown.filter === filter ? shown.rows : [], latest, held);
  if (shown.filter !== filter || arrangement.rows !== shown.rows)
    setShown({ filter, rows: arrangement.rows });
  return arrangement;
};
