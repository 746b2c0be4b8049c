import { setTimeout as wait } from 'node:timers/promises';
import { countWords } from '@/lib/core/text';

/** Waits for so many milliseconds; rejects when the signal aborts first. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = async (ms, signal) => {
  await wait(ms, undefined, { signal });
};

/** Milliseconds a person takes to type a text, at 40 words a minute: an everyday typist who thinks meanwhile. */
export const typingTime = (text: string): number => (Math.max(1, countWords(text)) / 40) * 60_000;

/** Milliseconds a person takes to read a text: 238 words a minute (Brysbaert 2019, silent reading of English). */
export const readingTime = (text: string): number => (countWords(text) / 238) * 60_000;

/** `ms`, between 30 % less and 30 % more. */
export const jittered = (ms: number, random: () => number): number => ms * (0.7 + random() * 0.6);
