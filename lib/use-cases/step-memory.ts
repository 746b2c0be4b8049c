import type { StepMemory } from '@/lib/assist/ports';
import type { StepRecord } from '@/lib/domain/run';

/**
 * The memory of one run. Finished steps are stored while the next ones work: whatever finished during one write goes out with the
 * next, so a run of fast steps costs two or three statements and a run of slow ones loses nothing.
 */
export const createStepMemory = (
  known: readonly StepRecord[],
  store: (steps: StepRecord[]) => Promise<void>,
): StepMemory & { settled(): Promise<void> } => {
  const records = new Map(known.map((record) => [`${record.step} ${record.inputHash}`, record]));
  let waiting: StepRecord[] = [];
  let writing: Promise<void> = Promise.resolve();
  let busy = false;

  const write = async () => {
    busy = true;
    while (waiting.length > 0) {
      const steps = waiting;
      waiting = [];
      await store(steps);
    }
    busy = false;
  };

  return {
    recall: (step, inputHash) => records.get(`${step} ${inputHash}`),
    remember: (record) => {
      records.set(`${record.step} ${record.inputHash}`, record);
      waiting.push(record);
      if (busy) return;
      writing = write();
      // Whoever asks whether everything is stored hears of a failure; until then it must not count as unhandled.
      writing.catch(() => undefined);
    },
    settled: () => writing,
  };
};
