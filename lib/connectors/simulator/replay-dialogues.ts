import type { Dialogue } from './dialogue-file';
import type { Sender } from './sender';
import { readingTime, type Sleep, typingTime } from './timing';

export interface ReplayOptions {
  sender: Sender;
  /** How many times faster than people; Infinity leaves no pauses. */
  speed: number;
  /** Dialogues at once. */
  concurrency: number;
  /** Names this replay: the same name again delivers the same messages again, which changes nothing. */
  tag: string;
  sleep: Sleep;
  signal: AbortSignal;
  onProgress?: (done: number) => void;
}

export interface Replayed {
  dialogues: number;
  sent: number;
  accepted: number;
  duplicates: number;
  /** Messages that were refused, by status; 0 is no answer. The rest of a refused message's dialogue is not sent. */
  failures: Record<string, number>;
  /** The first detail of each status, for the reader. */
  reasons: Record<string, string>;
  conversationIds: string[];
}

/** Before a line, the other side's line was read and this one typed. */
const pauseBefore = (turns: Dialogue['turns'], index: number): number =>
  index === 0 ? 0 : readingTime(turns[index - 1]?.text ?? '') + typingTime(turns[index]?.text ?? '');

/** Sends each dialogue's lines in order, both sides, each after the one before was accepted; several dialogues at once. */
export const replayDialogues = async (
  dialogues: readonly Dialogue[],
  options: ReplayOptions,
): Promise<Replayed> => {
  const { sender, speed, concurrency, tag, sleep, signal, onProgress = () => undefined } = options;
  const outcome: Replayed = {
    dialogues: 0,
    sent: 0,
    accepted: 0,
    duplicates: 0,
    failures: {},
    reasons: {},
    conversationIds: [],
  };
  const conversations = new Set<string>();

  const play = async ({ id, turns }: Dialogue): Promise<void> => {
    const thread = `${tag}-${id}`;
    for (const [index, { role, text }] of turns.entries()) {
      const pause = pauseBefore(turns, index) / speed;
      if (pause > 0) await sleep(pause, signal);
      outcome.sent += 1;
      const result = await sender.send(
        {
          channel: 'chat',
          externalId: `${thread}-${index}`,
          conversation: thread,
          from: {
            externalId: thread,
            name: role === 'customer' ? `Customer ${id.slice(0, 6)}` : 'Recorded rep',
          },
          role,
          text,
        },
        signal,
      );
      if (!result.ok) {
        outcome.failures[result.status] = (outcome.failures[result.status] ?? 0) + 1;
        outcome.reasons[result.status] ??= result.detail;
        return;
      }
      outcome.accepted += 1;
      if (result.value.duplicate) outcome.duplicates += 1;
      conversations.add(result.value.conversationId);
    }
  };

  const queue = [...dialogues];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await play(next);
      outcome.dialogues += 1;
      onProgress(outcome.dialogues);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, dialogues.length) }, worker));
  return { ...outcome, conversationIds: [...conversations] };
};
