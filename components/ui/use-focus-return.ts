'use client';
import { useRef } from 'react';

/** Gives the focus back to where it was: Radix does so only for a dialog with a trigger of its own, which those opened by a key lack. */
export const useFocusReturn = (): {
  onOpenAutoFocus: () => void;
  onCloseAutoFocus: (event: Event) => void;
} => {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      if (before.current instanceof HTMLElement) before.current.focus();
    },
  };
};
