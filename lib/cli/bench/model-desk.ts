import { type BenchDesk, withDesk } from './desk';
import { type ModelProcess, startModelProcess } from './model-process';

/** Opens a desk whose language model is the stub, for `work`, and closes both whatever happens. Times are those of `startModelProcess`. */
export const withModelDesk = async <T>(
  say: (line: string) => void,
  times: { delayMs?: number; pieceMs?: number },
  work: (desk: BenchDesk, model: ModelProcess) => Promise<T>,
): Promise<T> => {
  const model = await startModelProcess(times);
  try {
    return await withDesk(say, (desk) => work(desk, model), {
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'none',
      OPENAI_MODEL: 'stub',
    });
  } finally {
    model.stop();
  }
};
