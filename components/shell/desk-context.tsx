'use client';
import { createContext, useContext } from 'react';
import type { DraftKeeper } from '@/lib/client/draft-keeper';
import type { Outbox } from '@/lib/client/outbox';
import type { Me } from '@/lib/contracts/people';

/** What every part of the console has at hand. */
export interface Desk {
  me: Me;
  outbox: Outbox;
  drafts: DraftKeeper;
}

const context = createContext<Desk | null>(null);
export const DeskProvider = context.Provider;

export const useDesk = (): Desk => {
  const desk = useContext(context);
  if (desk === null) throw new Error('useDesk needs a DeskProvider');
  return desk;
};
