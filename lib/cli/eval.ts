import { join } from 'node:path';
import type { ModelPorts } from '@/lib/assist/ports';
import { AppError, messageOf } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { createLocalEngine } from '@/lib/engines/local/engine';
import { learnMood } from '@/lib/engines/local/sentiment/learnt-mood';
import { createOpenAiEngine } from '@/lib/engines/openai/engine';
import { env, loadEnvFile } from '@/lib/env';
import type { EvaluationContext, Metrics } from '@/lib/learning/evaluation/suite';
import { SUITES } from '@/lib/learning/evaluation/suites';
import { secondsSince } from '@/lib/learning/evaluation/timing';
import { loadPolicies } from '@/lib/policies/load';
import type { PolicySet } from '@/lib/policies/policy-set';
import { readFolder } from '@/lib/policies/read-folder';
import { EVAL_USAGE, type EvalArguments, readEvalArguments } from './eval-arguments';

const ROOT = process.cwd();
const POLICIES = join(ROOT, 'policies');

const remoteEngine = (policies: PolicySet): ModelPorts => {
  const { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL } = env();
  if (OPENAI_BASE_URL === undefined || OPENAI_MODEL === undefined) {
    throw new AppError('unavailable', '--engine openai needs OPENAI_BASE_URL and OPENAI_MODEL');
  }
  const engine = createOpenAiEngine({
    baseUrl: OPENAI_BASE_URL,
    apiKey: OPENAI_API_KEY ?? '',
    defaultModel: OPENAI_MODEL,
    agents: policies.agents,
    prompts: policies.prompts,
    taxonomy: policies,
  });
  return engine.withModel(OPENAI_MODEL);
};

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const contextFor = (engine: EvalArguments['engine']): EvaluationContext => {
  const policies = once(() => loadPolicies(POLICIES));
  return {
    policies,
    policyFiles: async () => (await readFolder(POLICIES)).files,
    engine: once(async () => {
      const set = await policies();
      const start = performance.now();
      const local = createLocalEngine(set);
      const ports = engine === 'local' ? local : remoteEngine(set);
      return {
        ports,
        local,
        guessIntents: local.guessIntents,
        seconds: secondsSince(start),
      };
    }),
    learnMood,
    signal: new AbortController().signal,
  };
};

/** One line per figure; figures by source or type one line each. */
const tableRows = (metrics: Metrics, path = ''): Record<string, string>[] =>
  Object.entries(metrics).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [{ metric: `${path}${name}`, value: Number.isInteger(value) ? String(value) : value.toFixed(4) }]
      : tableRows(value, `${path}${name}.`),
  );

const rounded = (metrics: Metrics): Metrics =>
  Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [
      name,
      typeof value === 'number' ? Number(value.toFixed(6)) : rounded(value),
    ]),
  );

const HELP = `Measures a part of Cuedesk on labelled data and prints its figures.

Usage: ${EVAL_USAGE}

  SUITE   ${[...SUITES.keys()].join(', ')}
  --data  rows to measure on, JSON Lines
  --train learn from these rows first, instead of what ships in policies/
  --kb    texts to search, for retrieval
  --engine local (default) or openai, which needs OPENAI_BASE_URL and OPENAI_MODEL
  --limit the first N rows
  --json  one JSON object on standard output
  --gate  exit with 1 when a case fails (policy, golden)`;

const run = async (): Promise<void> => {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    console.log(HELP);
    return;
  }
  loadEnvFile(ROOT);
  const args = readEvalArguments(process.argv.slice(2));
  const suite = SUITES.get(args.suite);
  if (!suite)
    throw new AppError(
      'invalid',
      `no suite is called ${args.suite}; there are ${[...SUITES.keys()].join(', ')}\nUsage: ${EVAL_USAGE}`,
    );
  const context = contextFor(args.engine);
  const { rows, metrics, failures } = await suite(args, context);
  if (args.gate && failures === undefined)
    throw new AppError('invalid', `${args.suite} measures and has no gate; policy and golden have one`);
  if (args.gate && failures?.length) process.exitCode = 1;
  const version = hashOf({ engine: args.engine, policies: (await context.policies()).hash }).slice(0, 12);
  const result = {
    suite: args.suite,
    engine: args.engine,
    rows,
    metrics: rounded(metrics),
    version,
    ...(failures ? { failures } : {}),
  };
  if (args.json) {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return;
  }
  console.log(`${result.suite}, engine ${result.engine}, ${rows} rows, version ${version}`);
  console.table(tableRows(result.metrics));
  for (const line of failures ?? []) console.log(line);
};

try {
  await run();
} catch (failure) {
  process.stderr.write(`${messageOf(failure)}\n`);
  process.exitCode = 1;
}
