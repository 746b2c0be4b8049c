'use client';
import { createContext, type RefObject, useContext } from 'react';

/** What the cues may ask of the composer. */
export interface ComposerHandle {
  focus(mode: 'reply' | 'note'): void;
  /** Puts words in at the cursor; of a suggestion, the reply then counts as begun from its cue. */
  insert(text: string, cueId: string | null): void;
  /** Sends words as they are, with the usual moment to undo. */
  send(text: string, cueId: string): void;
}

/** What the cues may ask of the timeline. */
export interface TimelineHandle {
  /** Scrolls to a turn and shows which it is, loading earlier turns when it must. */
  jump(turnId: string): void;
}

export interface ConversationPorts {
  composer: RefObject<ComposerHandle | null>;
  timeline: RefObject<TimelineHandle | null>;
}

const context = createContext<ConversationPorts | null>(null);
export const ConversationPortsProvider = context.Provider;

export const useConversationPorts = (): ConversationPorts => {
  const ports = useContext(context);
  if (ports === null) throw new Error('useConversationPorts needs its provider');
  return ports;
};
