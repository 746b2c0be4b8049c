import type { z } from 'zod';
import { hashOf } from '../core/hash';
import type { EngineUse, StepId, StepRecord } from '../domain/run';
import type { Answer, Ports } from './ports';

export interface StepOptions {
  signal: AbortSignal;
  /** Reply text as it streams from a language model. */
  onDelta?: (text: string) => void;
}

/** One stage of the pipeline: what goes in, what comes out, and the work between, which reaches the world only through ports. */
export interface Step<Input extends z.ZodType, Output extends z.ZodType> {
  id: StepId;
  input: Input;
  output: Output;
  run(input: z.output<Input>, ports: Ports, options: StepOptions): Promise<Answer<z.output<Output>>>;
}

export interface Finished<T> {
  value: T;
  use: EngineUse;
}

/** Runs a step once per input: a finished one is taken from memory, a new one is remembered. */
export const runStep = async <I extends z.ZodType, O extends z.ZodType>(
  step: Step<I, O>,
  raw: z.input<I>,
  ports: Ports,
  options: StepOptions,
): Promise<Finished<z.output<O>>> => {
  options.signal.throwIfAborted();
  const input = step.input.parse(raw);
  // Parsing gives every input the key order of its schema, so its plain JSON is canonical enough, and five times as fast.
  const inputHash = hashOf(JSON.stringify(input));
  const known = ports.memory.recall(step.id, inputHash);
  if (known) return { value: step.output.parse(known.output), use: known.use };
  const began = performance.now();
  const { value, use } = await step.run(input, ports, options);
  options.signal.throwIfAborted();
  const output = step.output.parse(value);
  const record: StepRecord = {
    step: step.id,
    inputHash,
    output,
    use,
    latencyMs: Math.round((performance.now() - began) * 100) / 100,
    at: ports.clock.now().toISOString(),
  };
  ports.memory.remember(record);
  return { value: output, use };
};
