'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Action } from '@/lib/domain/action';
import { actionElementId } from './action-item';

interface OpenPanel {
  /** Whether the panel of this place is the one that is open. */
  isOpen(place: string): boolean;
  /** Opens the panel of a place, and closes whichever was open; closes it when it is open itself. */
  toggle(place: string): void;
  close(): void;
  /** Closes the panel and leads to what came of it. */
  leadTo(action: Action | null): void;
}

const context = createContext<OpenPanel | null>(null);

/** One panel at a time: what is being approved is never beside something else that could be. */
export const OpenPanelProvider = ({ children }: { children: ReactNode }) => {
  const [open, setOpen] = useState<string | null>(null);
  const value = useMemo<OpenPanel>(
    () => ({
      isOpen: (place) => place === open,
      toggle: (place) => setOpen((now) => (now === place ? null : place)),
      close: () => setOpen(null),
      leadTo: (action) => {
        setOpen(null);
        if (action !== null)
          requestAnimationFrame(() => document.getElementById(actionElementId(action.id))?.focus());
      },
    }),
    [open],
  );
  return <context.Provider value={value}>{children}</context.Provider>;
};

export const useOpenPanel = (): OpenPanel => {
  const panel = useContext(context);
  if (panel === null) throw new Error('useOpenPanel needs its provider');
  return panel;
};
