'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** False on the server and while the first page takes over, true afterwards: for what depends on the browser's clock, size or storage. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
