import { parseArgs } from 'node:util';
import { AppError, messageOf } from '@/lib/core/errors';

export interface EvalArguments {
  suite: string;
  data: string | null;
  train: string | null;
  kb: string | null;
  engine: 'local' | 'openai';
  limit: number;
  json: boolean;
  /** Exit with 1 when a case fails. */
  gate: boolean;
}

export const EVAL_USAGE =
  'npm run -s eval -- SUITE [--data FILE] [--train FILE] [--kb FILE] [--engine local|openai] [--limit N] [--json] [--gate]';

const options = {
  data: { type: 'string' },
  train: { type: 'string' },
  kb: { type: 'string' },
  engine: { type: 'string', default: 'local' },
  limit: { type: 'string' },
  json: { type: 'boolean', default: false },
  gate: { type: 'boolean', default: false },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new AppError('invalid', `${messageOf(cause)}\nUsage: ${EVAL_USAGE}`, { cause });
  }
};

/** Reads the command line of `eval`. Throws `invalid` with the usage when it cannot. */
export const readEvalArguments = (args: readonly string[]): EvalArguments => {
  const { values, positionals } = parsed(args);
  const wrong = (message: string): AppError => new AppError('invalid', `${message}\nUsage: ${EVAL_USAGE}`);
  const [suite, ...others] = positionals;
  if (suite === undefined || others.length > 0) throw wrong('name one suite');
  const { engine } = values;
  if (engine !== 'local' && engine !== 'openai') throw wrong('--engine is local or openai');
  const limit = values.limit === undefined ? Number.POSITIVE_INFINITY : Number(values.limit);
  if (!(limit >= 1)) throw wrong('--limit is a whole number of rows, 1 or more');
  return {
    suite,
    data: values.data ?? null,
    train: values.train ?? null,
    kb: values.kb ?? null,
    engine,
    limit: Math.floor(limit),
    json: values.json,
    gate: values.gate,
  };
};
