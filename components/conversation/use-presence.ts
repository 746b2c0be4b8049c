'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { startPresence } from '@/lib/client/conversation-actions';

const PAUSE = 4000;

/** Tells the others that this user is here; call the result whenever a key is typed. */
export const usePresence = (conversationId: string, enabled: boolean): (() => void) => {
  const client = useQueryClient();
  const presence = useRef<ReturnType<typeof startPresence> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (!enabled) return;
    const started = startPresence(client, conversationId);
    presence.current = started;
    return () => {
      clearTimeout(timer.current);
      presence.current = null;
      started.stop();
    };
  }, [client, conversationId, enabled]);
  return useCallback(() => {
    presence.current?.typing(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => presence.current?.typing(false), PAUSE);
  }, []);
};
