'use client';
import { type FocusEvent, useMemo, useState } from 'react';

/** Whether someone points at a list or moves in it by keyboard: spread `props` on what holds the list. */
export const useHold = () => {
  const [pointed, setPointed] = useState(false);
  const [keyed, setKeyed] = useState(false);
  const props = useMemo(
    () => ({
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: ({ target }: FocusEvent) => setKeyed(target.matches(':focus-visible')),
      onBlur: () => setKeyed(false),
    }),
    [],
  );
  return { held: pointed || keyed, props };
};
