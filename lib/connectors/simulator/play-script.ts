import type { AcceptedMessage } from '@/lib/contracts/messages';
import type { Script } from './script';
import type { Message, Refusal, Sender } from './sender';
import { jittered, readingTime, type Sleep, typingTime } from './timing';

/** What a play may do and must tell. */
export interface Stage {
  sender: Sender;
  sleep: Sleep;
  random: () => number;
  signal: AbortSignal;
  /** 1 is human; 10 makes every wait a tenth. */
  pace: number;
  onAnswer(): void;
  /** Asked while a conversation rests, its customer long without an answer: false ends the watch. */
  keepWatching(restedMs: number): boolean;
}

/** `news` is false when every line had been said before, by an earlier play of the same thread. */
export type Ending =
  | { end: 'played'; news: boolean }
  | { end: 'unanswered' }
  | { end: 'refused'; refusal: Refusal };

type Said = Pick<AcceptedMessage, 'conversationId' | 'seq'>;

const POLL_MS = 3_000;
/** How much longer than patience a customer looks at the screen; after that the conversation rests. */
const LINGER_MS = 5 * 60_000;
const RESTING_POLL_MS = 30_000;

const patience = (random: () => number): number => 60_000 + random() * 60_000;

/** A person reads the answer and types: never at once, never longer than half a minute, whatever the length. */
const answeringTime = (heard: string, say: string): number =>
  Math.min(30_000, Math.max(2_500, readingTime(heard) + typingTime(say)));

/** Where the sender of each channel is known by. */
const identity = ({ channel, customer }: Script): Message['from'] =>
  channel === 'voice' || channel === 'sms'
    ? { phone: customer.phone, name: customer.name }
    : { email: customer.email, name: customer.name };

/** Waits for a rep's words after a line: their text, or null when the watch is given up. */
const hearAnswer = async (
  said: Said,
  stage: Pick<Stage, 'sender' | 'sleep' | 'random' | 'signal' | 'pace' | 'keepWatching'>,
): Promise<string | null | Refusal> => {
  const { sender, sleep, random, signal, pace } = stage;
  const attentive = patience(random) + LINGER_MS;
  for (let waited = 0; ; ) {
    const heard = await sender.messagesAfter(said.conversationId, said.seq, signal);
    if (!heard.ok) return heard;
    const answer = heard.value.filter(({ role }) => role === 'rep').map(({ text }) => text);
    if (answer.length > 0) return answer.join('\n');
    if (waited > attentive && !stage.keepWatching(waited - attentive)) return null;
    const pause = jittered(waited > attentive ? RESTING_POLL_MS : POLL_MS, random);
    await sleep(pause / pace, signal);
    waited += pause;
  }
};

/**
 * Plays the customer of a script: says a line, goes on by itself while the next is the customer's too,
 * otherwise waits for a rep. `thread` names the conversation: playing it again goes on where it stopped.
 */
export const playScript = async (script: Script, thread: string, stage: Stage): Promise<Ending> => {
  const { sender, sleep, random, signal, pace } = stage;
  let said: Said | null = null;
  let heard = '';
  let news = false;
  let repeated = false;
  for (const [index, turn] of script.turns.entries()) {
    if (turn.from === 'rep') continue;
    const followsRep = script.turns[index - 1]?.from === 'rep';
    if (said && followsRep) {
      const answer = await hearAnswer(said, stage);
      if (answer === null) return { end: 'unanswered' };
      if (typeof answer !== 'string') return { end: 'refused', refusal: answer };
      stage.onAnswer();
      heard = answer;
    }
    // Lines that were said before, by an earlier play, take no time.
    if (said && !repeated) {
      const pause = followsRep
        ? jittered(answeringTime(heard, turn.say), random)
        : jittered(turn.wait * 1000, random);
      await sleep(pause / pace, signal);
    }
    const result = await sender.send(
      {
        channel: script.channel,
        externalId: `${thread}-${index}`,
        conversation: thread,
        from: identity(script),
        text: turn.say,
      },
      signal,
    );
    if (!result.ok) return { end: 'refused', refusal: result };
    said = result.value;
    repeated = result.value.duplicate;
    news ||= !repeated;
  }
  // After the last word the customer stays for an answer a while, and leaves without one.
  const last = said && !repeated && (await hearAnswer(said, { ...stage, keepWatching: () => false }));
  if (typeof last === 'string') stage.onAnswer();
  return { end: 'played', news };
};
