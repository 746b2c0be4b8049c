import type { StepMemory } from '@/lib/assist/ports';
import type { StepRecord } from '@/lib/domain/run';

/** Steps that finish within this of each other are stored with one statement; a worker that dies loses no more than these. */
const GATHER_MS = 100;

/**
 * The memory of one run. Finished steps are stored while the next ones work, a few together. What the last of them found is handed to
 * whoever stores the run, so that a run of fast steps costs no statement of its own.
 */
export const createStepMemory = (
  known: readonly StepRecord[],
  store: (steps: StepRecord[]) => Promise<void>,
): StepMemory & { unstored(): Promise<StepRecord[]> } => {
  const records = new Map(known.map((record) => [`${record.step} ${record.inputHash}`, record]));
  let waiting: StepRecord[] = [];
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  const take = (): StepRecord[] => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const steps = waiting;
    waiting = [];
    return steps;
  };

  const write = (): void => {
    const steps = take();
    writing = writing.then(() => store(steps));
    // Whoever stores the run hears of a failure; until then it must not count as unhandled.
    writing.catch(() => undefined);
  };

  return {
    recall: (step, inputHash) => records.get(`${step} ${inputHash}`),
    remember: (record) => {
      records.set(`${record.step} ${record.inputHash}`, record);
      waiting.push(record);
      timer ??= setTimeout(write, GATHER_MS);
    },
    unstored: async () => {
      const steps = take();
      await writing;
      return steps;
    },
  };
};
