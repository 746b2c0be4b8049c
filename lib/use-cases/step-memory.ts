import type { StepMemory } from '@/lib/assist/ports';
import type { StepRecord } from '@/lib/domain/run';

/** Steps that finish within this of each other are stored with one statement. */
const GATHER_MS = 15;

/**
 * The memory of one run. Finished steps are stored while the next ones work, a few together: a run of fast steps costs one statement and
 * a run of slow ones loses no more than what its last milliseconds found.
 */
export const createStepMemory = (
  known: readonly StepRecord[],
  store: (steps: StepRecord[]) => Promise<void>,
): StepMemory & { settled(): Promise<void> } => {
  const records = new Map(known.map((record) => [`${record.step} ${record.inputHash}`, record]));
  let waiting: StepRecord[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const write = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(async () => {
      const steps = waiting;
      waiting = [];
      if (steps.length > 0) await store(steps);
    });
    // Whoever asks whether everything is stored hears of a failure; until then it must not count as unhandled.
    writing.catch(() => undefined);
    return writing;
  };

  return {
    recall: (step, inputHash) => records.get(`${step} ${inputHash}`),
    remember: (record) => {
      records.set(`${record.step} ${record.inputHash}`, record);
      waiting.push(record);
      timer ??= setTimeout(write, GATHER_MS);
    },
    settled: write,
  };
};
