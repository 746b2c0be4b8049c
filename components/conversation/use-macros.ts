'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { findMacros, type MacroQuery, macroQueryAt } from '@/lib/client/macros';
import { vocabularyQuery } from '@/lib/client/people';
import type { Vocabulary } from '@/lib/contracts/people';

type Macro = Vocabulary['macros'][number];

/** The macro search at the cursor: follow the cursor with `look`, hand keys to `onKeyDown`; true means the key was used. */
export const useMacros = (onPick: (macro: Macro, at: MacroQuery) => void) => {
  const { data: vocabulary } = useQuery(vocabularyQuery());
  const [at, setAt] = useState<MacroQuery | null>(null);
  const [active, setActive] = useState(0);
  const macros = at === null ? [] : findMacros(vocabulary?.macros ?? [], at.query);

  const close = (): void => setAt(null);
  const pick = (macro: Macro): void => {
    if (at !== null) onPick(macro, at);
    close();
  };
  const look = (text: string, cursor: number): void => {
    setAt(macroQueryAt(text, cursor));
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const macro = macros[active];
    if (macro === undefined || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown') setActive((active + 1) % macros.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + macros.length) % macros.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(macro);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    return true;
  };
  return { macros, active, look, close, pick, onKeyDown };
};
