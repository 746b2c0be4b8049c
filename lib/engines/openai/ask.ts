import type { Hop } from '@/lib/domain/run';
import type { Chat, ChatCall, Said } from './chat';
import { FAULTS, type Fault, FaultError } from './faults';
import { climb, type Expectation } from './parse/ladder';
import { costMicros } from './prices';
import { addSpent, NOTHING_SPENT, type Spent } from './spent';
import type { CountTokens } from './tokens';
import type { Limits } from './watch';

/** Below this a second try is not worth starting. */
const LEAST_MS = 150;
/** As much of a failed answer as the model needs to mend it. */
const QUOTED = 4_000;

export interface AskOptions {
  signal: AbortSignal;
  limits: Limits;
  onContent?: (delta: string) => void;
}

/**
 * One question to one model: a call, the ladder, and for an answer that can be mended one repair if the time allows it.
 * Throws FaultError with what it cost; the repaired try is a hop of the answer.
 */
export const ask = async <Wire, Opinion>(
  engine: string,
  chat: Chat,
  tokenizer: Promise<CountTokens>,
  call: ChatCall,
  expected: Expectation<Wire, Opinion>,
  { signal, limits, onContent }: AskOptions,
): Promise<{ value: Opinion; spent: Spent; hops: Hop[] }> => {
  const started = performance.now();
  const first = await chat(call, { signal, limits, ...(onContent === undefined ? {} : { onContent }) });
  const answer = climb(first, expected);
  const spent = await spentOn(call, first, tokenizer);
  if (answer.ok) return { value: answer.value, spent, hops: [] };

  const tookMs = performance.now() - started;
  const leftMs = limits.totalMs - tookMs;
  // A second answer takes about as long as the first did.
  const repairable =
    FAULTS[answer.fault.kind].repair && leftMs > Math.max(LEAST_MS, tookMs * 0.8) && !signal.aborted;
  if (!repairable) throw new FaultError(answer.fault, { spent });

  const hops: Hop[] = [{ engine, fault: answer.fault.kind, latencyMs: Math.round(tookMs) }];
  const again = repairCall(call, first, answer.fault);
  const second = await chat(again, { signal, limits: { ...limits, firstMs: leftMs, totalMs: leftMs } });
  const mended = climb(second, expected);
  const both = addSpent(spent, await spentOn(again, second, tokenizer));
  if (!mended.ok) throw new FaultError(mended.fault, { spent: both, hops });
  return { value: mended.value, spent: both, hops };
};

const repairCall = (call: ChatCall, said: Said, fault: Fault): ChatCall => ({
  ...call,
  messages: [
    ...call.messages,
    { role: 'assistant', content: said.content.slice(0, QUOTED).toWellFormed() },
    {
      role: 'user',
      content: `That answer cannot be used (${fault.kind}: ${fault.message}). Answer once more, with the JSON object alone.`,
    },
  ],
});

/** From the endpoint's own count, else estimated; a call that never began to answer is taken to be free. */
const spentOn = async (call: ChatCall, said: Said, tokenizer: Promise<CountTokens>): Promise<Spent> => {
  if (said.usage !== null) {
    const { prompt_tokens: input, completion_tokens: output, prompt_tokens_details: details } = said.usage;
    return priced(call.model, input, output, details?.cached_tokens ?? 0);
  }
  if (!said.began) return NOTHING_SPENT;
  const count = await tokenizer;
  return priced(
    call.model,
    count(call.messages.map(({ content }) => content).join('\n')),
    count(said.content),
    0,
  );
};

const priced = (model: string, input: number, output: number, cached: number): Spent => ({
  tokensIn: input,
  tokensOut: output,
  costMicros: costMicros(model, { input, cached, output }),
});
