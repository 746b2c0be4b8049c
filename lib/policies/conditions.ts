import { type ASTNode, Environment } from '@marcbachmann/cel-js';
import { declaredFacts, type FactsSchema, type FactType, factPaths, valueAt } from './facts-schema';

/** What a clause gave: true, false, or unknown because a fact is missing. `seen` holds the values of the facts it read. */
export type Verdict = { is: 'true' | 'false' | 'unknown'; seen: Record<string, unknown> };

/** One compiled clause: pure, total (an evaluation error is `unknown`), no I/O, no clock. `reads` are the paths of the facts it speaks of. */
export type Condition = ((facts: Record<string, unknown>) => Verdict) & { readonly reads: readonly string[] };

/** A clause that is not well formed; the message says what to change. */
export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

const CHARACTERS = 600;
const LIMITS = { maxAstNodes: 160, maxDepth: 16, maxListElements: 64, maxMapEntries: 1, maxCallArguments: 4 };

/** Everything a clause may call. `matches` is not among them: it would run a regular expression of the file on user text. */
const CALLS = new Set([
  'has',
  'size',
  'exists',
  'exists_one',
  'all',
  'filter',
  'contains',
  'startsWith',
  'endsWith',
]);
const OPERATORS = new Set([
  'value',
  'id',
  '.',
  'call',
  'rcall',
  'list',
  '?:',
  '||',
  '&&',
  '!_',
  '-_',
  '==',
  '!=',
  'in',
  '+',
  '-',
  '*',
  '/',
  '<',
  '<=',
  '>',
  '>=',
]);

const register = (environment: Environment, name: string, type: FactType): unknown => {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) {
    environment.registerType(name, { schema: shapeOf(environment, name, type[0]) });
    return `list<${name}>`;
  }
  return shapeOf(environment, name, type as FactsSchema);
};

const shapeOf = (environment: Environment, name: string, schema: FactsSchema): Record<string, never> =>
  Object.fromEntries(
    Object.entries(schema).map(([field, type]) => [
      field,
      register(environment, `${name}_${field}`, type) as never,
    ]),
  );

const environments = new WeakMap<FactsSchema, Environment>();

const environmentOf = (schema: FactsSchema): Environment => {
  const known = environments.get(schema);
  if (known !== undefined) return known;
  // size() gives an int; every other number is a double.
  const environment = new Environment({ limits: LIMITS }).registerOperator(
    'int == double',
    (a: bigint, b: number) => Number(a) === b,
  );
  for (const [name, type] of Object.entries(schema)) {
    const shape = register(environment, `Fact_${name}`, type);
    if (typeof shape === 'string') environment.registerVariable(name, shape);
    else environment.registerVariable({ name, schema: shape as Record<string, never> });
  }
  environments.set(schema, environment);
  return environment;
};

/** What can have an answer although something it reads is missing. */
const LENIENT = new Set(['&&', '||', '?:', 'call', 'rcall']);

const isNode = (value: unknown): value is ASTNode =>
  value !== null && typeof value === 'object' && 'op' in value && 'args' in value;

const childrenOf = (node: ASTNode): ASTNode[] => [node.args as unknown].flat(2).filter(isNode);

const nodesOf = (node: ASTNode): ASTNode[] => [node, ...childrenOf(node).flatMap(nodesOf)];

/** `a.b.c` of a chain of members, or undefined when it does not start at a name. */
const pathOf = (node: ASTNode): string | undefined => {
  if (node.op === 'id') return node.args;
  if (node.op !== '.') return undefined;
  const owner = pathOf(node.args[0]);
  return owner === undefined ? undefined : `${owner}.${node.args[1]}`;
};

const refuse = (nodes: ASTNode[]): void => {
  for (const node of nodes) {
    if (!OPERATORS.has(node.op)) throw new ConditionError(`"${node.op}" cannot be used in a clause`);
    if ((node.op === 'call' || node.op === 'rcall') && !CALLS.has(node.args[0]))
      throw new ConditionError(`${node.args[0]}() cannot be used in a clause`);
  }
};

/** Facts are doubles, so a whole number in a clause is one too: `customer_turns in [3, 4]` compares like with like. */
const withDoubles = (source: string, nodes: ASTNode[]): string =>
  nodes
    .filter((node) => node.op === 'value' && typeof node.args === 'bigint')
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, args }) => `${text.slice(0, start)}${Number(args)}.0${text.slice(end)}`,
      source,
    );

const firstLine = (thrown: unknown): string =>
  thrown instanceof Error ? (thrown.message.split('\n')[0] ?? thrown.message) : String(thrown);

const parse = (environment: Environment, source: string) => {
  try {
    return environment.parse(source);
  } catch (cause) {
    throw new ConditionError(firstLine(cause), { cause });
  }
};

/** Under it facts that were made ready keep the schema they were made ready for; nothing that was parsed has it. */
const READY = Symbol('ready');

const declared = (
  schema: FactsSchema,
  facts: Record<string, unknown> & { [READY]?: FactsSchema },
): Record<string, unknown> => (facts?.[READY] === schema ? facts : declaredFacts(schema, facts));

/**
 * Facts made ready for many clauses of one schema: each then reads them as they are, where it would have to look through all of them.
 * `more` replaces whole groups at the top. What comes back is not to be changed.
 */
export const readyFacts = (
  schema: FactsSchema,
  facts: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> => {
  const changed: Record<string, FactType> = {};
  for (const name of Object.keys(more)) {
    const type = schema[name];
    if (type !== undefined) changed[name] = type;
  }
  return { ...declared(schema, facts), ...declaredFacts(changed, more), [READY]: schema };
};

/**
 * Compile one clause of the Common Expression Language against the facts it may speak of (docs/authoring.md, "Conditions").
 * Throws ConditionError for an unknown name, a clause that is not true or false, a call that is not allowed, or one too long or deep.
 */
export const compileCondition = (source: string, schema: FactsSchema): Condition => {
  if (source.length > CHARACTERS) throw new ConditionError(`longer than ${CHARACTERS} characters`);
  const environment = environmentOf(schema);
  const written = nodesOf(parse(environment, source).ast);
  refuse(written);
  const program = parse(environment, withDoubles(source, written));
  const checked = program.check();
  if (!checked.valid) throw new ConditionError(firstLine(checked.error));
  if (checked.type !== 'bool') throw new ConditionError(`gives ${checked.type}, not true or false`);
  const leaves = new Set(factPaths(schema));
  const reads = [
    ...new Set(written.map(pathOf).filter((path): path is string => path !== undefined && leaves.has(path))),
  ];
  const steps = reads.map((path) => [path, path.split('.')] as const);
  const strict = !written.some(({ op }) => LENIENT.has(op));

  const condition = (facts: Record<string, unknown>): Verdict => {
    const known = declared(schema, facts);
    const seen: Record<string, unknown> = {};
    let gap = false;
    for (const [path, names] of steps) {
      const value = valueAt(known, names);
      seen[path] = value ?? null;
      gap ||= value === undefined;
    }
    if (strict && gap) return { is: 'unknown', seen };
    try {
      const value: unknown = program(known);
      return { is: value === true ? 'true' : value === false ? 'false' : 'unknown', seen };
    } catch {
      // The expected cause is a fact that is missing; whatever it was, a clause that gives no answer is not a yes.
      return { is: 'unknown', seen };
    }
  };
  return Object.assign(condition, { reads });
};
