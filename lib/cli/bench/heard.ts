import type { UserActor } from '@/lib/domain/user';
import { followDesk } from '@/lib/use-cases/follow-desk';

/** Whoever sees every queue: a console that misses nothing. */
export const CONSOLE: UserActor = {
  kind: 'user',
  id: 'usr_bench',
  name: 'Bench',
  role: 'admin',
  teamId: 'care',
  sessionId: 'ses_bench',
};

/** A run whose end reached a console, and when (performance.now). */
export interface Heard {
  runId: string;
  at: number;
  failed: boolean;
}

const PATIENCE_MS = 60_000;

/** One console that hears of runs' ends: `next` gives them by conversation, in order, null when none comes in time. */
export const listenForRuns = async (): Promise<{
  next(conversationId: string): Promise<Heard | null>;
  leave(): void;
}> => {
  const arrived = new Map<string, Heard[]>();
  const waiting = new Map<string, (heard: Heard) => void>();
  const hear = (conversationId: string, heard: Heard): void => {
    const waiter = waiting.get(conversationId);
    if (waiter) waiter(heard);
    else arrived.set(conversationId, [...(arrived.get(conversationId) ?? []), heard]);
  };
  const leave = await followDesk(CONSOLE, null, (followed) => {
    const at = performance.now();
    for (const { event } of followed) {
      if (event.kind === 'cues.stored') hear(event.conversationId, { runId: event.runId, at, failed: false });
      if (event.kind === 'run.changed' && event.state === 'failed')
        hear(event.conversationId, { runId: event.runId, at, failed: true });
    }
  });
  return {
    leave,
    next: (conversationId) => {
      const first = arrived.get(conversationId)?.shift();
      if (first) return Promise.resolve(first);
      return new Promise((resolve) => {
        const finish = (heard: Heard | null): void => {
          clearTimeout(timer);
          waiting.delete(conversationId);
          resolve(heard);
        };
        const timer = setTimeout(() => finish(null), PATIENCE_MS);
        waiting.set(conversationId, finish);
      });
    },
  };
};
