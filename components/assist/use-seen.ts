'use client';
import { type RefObject, useEffect } from 'react';
import { recordCue } from '@/lib/client/cue-actions';

const LOOK_MS = 1000;

/** Records that a cue was shown, and that it was seen once it stood in view of a visible page for a second. */
export const useSeen = (element: RefObject<HTMLElement | null>, cueId: string, enabled: boolean): void => {
  useEffect(() => {
    const target = element.current;
    if (!enabled || target === null) return;
    recordCue(cueId, 'shown');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (!entry?.isIntersecting) return;
        timer = setTimeout(() => {
          if (document.visibilityState === 'visible') recordCue(cueId, 'seen');
        }, LOOK_MS);
      },
      { threshold: 0.5 },
    );
    observer.observe(target);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element, cueId, enabled]);
};
