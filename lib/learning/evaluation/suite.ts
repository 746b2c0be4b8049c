import type { ModelPorts, Ports } from '@/lib/assist/ports';
import { AppError } from '@/lib/core/errors';
import type { SentimentLabel } from '@/lib/domain/triage';
import type { Example } from '@/lib/ml/text-classifier';
import type { PolicySet } from '@/lib/policies/policy-set';

/** What a suite measures with. Nothing is loaded or learnt before a suite asks for it. */
export interface EvaluationContext {
  policies(): Promise<PolicySet>;
  /** The files they are made of, path to text, cases included. */
  policyFiles(): Promise<ReadonlyMap<string, string>>;
  /** The engine under test, beside the local one, whichever is tested. `seconds` is what it took to be ready. */
  engine(): Promise<{ ports: ModelPorts; seconds: number } & Pick<Ports, 'guessIntents' | 'local'>>;
  /** The local engine's way of learning mood, from labelled messages. */
  learnMood(examples: readonly Example[]): (text: string) => SentimentLabel;
  signal: AbortSignal;
}

export interface SuiteFiles {
  data: string | null;
  train: string | null;
  kb: string | null;
  /** At most this many rows of the data file. */
  limit: number;
}

/** A figure, or figures by source or type. */
export type Metrics = { [name: string]: number | Metrics };

export interface SuiteResult {
  rows: number;
  metrics: Metrics;
  /** One line a case that did not pass; only suites that have a gate give them. */
  failures?: string[];
}

export type Suite = (files: SuiteFiles, context: EvaluationContext) => Promise<SuiteResult>;

/** The path of a file a suite cannot do without. */
export const required = (files: SuiteFiles, name: 'data' | 'train' | 'kb'): string => {
  const path = files[name];
  if (path === null) throw new AppError('invalid', `this suite needs --${name} FILE`);
  return path;
};

/** Refuses a file that would have no effect: a figure must not be thought to come from it. */
export const refused = (files: SuiteFiles, ...names: (keyof SuiteFiles)[]): void => {
  for (const name of names)
    if (files[name] !== null && files[name] !== Number.POSITIVE_INFINITY)
      throw new AppError('invalid', `this suite takes no --${name}`);
};
