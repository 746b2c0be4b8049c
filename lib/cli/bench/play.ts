import { randomUUID } from 'node:crypto';
import type { Script } from '@/lib/connectors/simulator/script';
import type { Actor } from '@/lib/domain/user';
import { receiveMessage } from '@/lib/use-cases/receive-message';
import { type Heard, listenForRuns } from './heard';

/** The message API's own actor. */
export const SENDER: Actor = { kind: 'service', id: 'key_bench', name: 'Bench', scopes: ['messages:write'] };

/** One customer's turn, from being handed to the use case to its cues on a console (milliseconds; `began` by the wall clock). */
export interface Lap {
  runId: string;
  began: number;
  acceptMs: number;
  totalMs: number;
}

export interface Played {
  laps: Lap[];
  /** Turns whose run failed, or whose cues did not come within a minute. */
  lost: number;
  /** Lines played, the reps' included: a rep's line is worked off as well, it ticks steps and renews the packet. */
  messages: number;
  seconds: number;
}

/** Sends one line and waits until a console hears of its cues. */
const sendLine = async (
  { customer, channel, turns }: Script,
  line: Script['turns'][number],
  thread: string,
  next: (conversationId: string) => Promise<Heard | null>,
): Promise<Lap | null> => {
  const began = Date.now();
  const start = performance.now();
  const { conversationId } = await receiveMessage(SENDER, {
    body: {
      channel,
      externalId: `${thread}-${turns.indexOf(line)}`,
      conversation: thread,
      from: { email: customer.email, name: customer.name },
      role: line.from,
      text: line.say,
    },
  });
  const acceptMs = performance.now() - start;
  const heard = await next(conversationId);
  return heard && !heard.failed ? { runId: heard.runId, began, acceptMs, totalMs: heard.at - start } : null;
};

/**
 * Plays conversations of the demo to their end, `atOnce` of them side by side, each line after the cues of the one before, until
 * `turns` customers' turns were measured. Reps' lines are played and not measured.
 */
export const play = async (
  scripts: readonly Script[],
  { atOnce, turns }: { atOnce: number; turns: number },
): Promise<Played> => {
  const { next, leave } = await listenForRuns();
  const round = randomUUID().slice(0, 8);
  const laps: Lap[] = [];
  let lost = 0;
  let messages = 0;
  let started = 0;
  const isOver = (): boolean => laps.length + lost >= turns;

  const lane = async (): Promise<void> => {
    while (!isOver()) {
      const index = started++;
      const script = scripts[index % scripts.length];
      if (!script) return;
      for (const line of script.turns) {
        if (isOver()) return;
        const lap = await sendLine(script, line, `${round}-${index}`, next);
        messages += 1;
        if (line.from === 'rep') continue;
        if (lap) laps.push(lap);
        else lost += 1;
      }
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, lane));
  leave();
  return { laps, lost, messages, seconds: (performance.now() - start) / 1000 };
};
