import { type Condition, ConditionError, compileCondition } from './conditions';
import { type FactsSchema, factPaths } from './facts-schema';
import type { Parsed, PolicySource } from './policy-source';
import { slotsOf } from './say';
import type { YamlPath } from './yaml-source';

const never: Condition = Object.assign(() => ({ is: 'unknown' as const, seen: {} }), { reads: [] });

const conditionAt = (
  source: PolicySource,
  parsed: Parsed<unknown>,
  path: YamlPath,
  when: string,
  facts: FactsSchema,
): Condition => {
  try {
    return compileCondition(when, facts);
  } catch (thrown) {
    if (!(thrown instanceof ConditionError)) throw thrown;
    source.fault(parsed, path, `the clause "${when}": ${thrown.message}`);
    return never;
  }
};

/** Clauses at a path of a file, compiled against their facts; what is wrong with a clause or a slot of its sentence is a problem. */
export const clausesAt = <Clause extends { when: string; say: string }>(
  source: PolicySource,
  parsed: Parsed<unknown>,
  path: YamlPath,
  clauses: readonly Clause[],
  facts: FactsSchema,
): (Clause & { condition: Condition })[] => {
  const known = new Set(factPaths(facts));
  return clauses.map((clause, i) => {
    for (const slot of slotsOf(clause.say)) {
      if (!known.has(slot))
        source.fault(parsed, [...path, i, 'say'], `the sentence speaks of {${slot}}, which is not a fact`);
    }
    return { ...clause, condition: conditionAt(source, parsed, [...path, i, 'when'], clause.when, facts) };
  });
};

/** A problem for every id that is not the first of its kind. */
export const uniqueIds = (
  source: PolicySource,
  parsed: Parsed<unknown>,
  listed: readonly { id: string; path: YamlPath }[],
): void => {
  const seen = new Set<string>();
  for (const { id, path } of listed) {
    if (seen.has(id)) source.fault(parsed, [...path, 'id'], `the id "${id}" is there twice`);
    seen.add(id);
  }
};
