'use client';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR = 48;

/**
 * Keeps a list at its end while the reader is there, leaves it alone while they read above, and holds their
 * place when earlier entries come in. `first` and `last` name the ends of what is shown.
 */
export const useStick = (scroller: RefObject<HTMLElement | null>, first: unknown, last: unknown) => {
  const atEnd = useRef(true);
  const held = useRef({ first, last, height: 0, top: 0 });
  const [missed, setMissed] = useState(false);

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    atEnd.current = true;
    setMissed(false);
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const before = held.current;
    // An absolute place, so that it is right whether or not the browser has anchored the scroll already.
    if (before.first !== first && before.height > 0)
      element.scrollTop = before.top + element.scrollHeight - before.height;
    if (atEnd.current) element.scrollTop = element.scrollHeight;
    else if (before.last !== last) setMissed(true);
    held.current = { first, last, height: element.scrollHeight, top: element.scrollTop };
  }, [scroller, first, last]);

  // What is written below may grow and take room: the end stays in view.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  const onScroll = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    held.current = { ...held.current, height: element.scrollHeight, top: element.scrollTop };
    if (atEnd.current) setMissed(false);
  }, [scroller]);

  return { missed, toEnd, onScroll };
};
