'use client';
import { useEffect, useRef } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { definitionOf, type ShortcutId } from './shortcuts';

type Handler = (event: KeyboardEvent | null) => void;

/** What can be done right now; the command menu offers it. */
export const registered = new Map<ShortcutId, Handler>();

const INSIDE = '[role="dialog"],[role="menu"],[role="listbox"]';

/** Whether the focus is in something that has its own keys. */
const isElsewhere = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.closest(INSIDE) !== null;

/** Binds a shortcut of the table while `enabled`; the key does not fire in dialogs and menus, nor, for single keys, while typing. */
export const useShortcut = (id: ShortcutId, handler: Handler, enabled = true): void => {
  const { keys, typing } = definitionOf(id);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useHotkeys(keys, (event) => latest.current(event), {
    enabled,
    useKey: true,
    preventDefault: true,
    enableOnFormTags: typing === true,
    ignoreEventWhen: (event) =>
      event.repeat && id !== 'next' && id !== 'previous' ? true : id !== 'menu' && isElsewhere(event),
  });
  useEffect(() => {
    if (!enabled) return;
    const call: Handler = (event) => latest.current(event);
    registered.set(id, call);
    return () => {
      if (registered.get(id) === call) registered.delete(id);
    };
  }, [id, enabled]);
};
