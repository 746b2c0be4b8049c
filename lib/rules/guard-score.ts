import type { CompiledGuardrails } from '../policies/policy-set';
import { guard } from './guard';
import type { CorpusRow } from './guard-corpus';

/** A row and what the guardrails made of it. */
export interface JudgedRow extends CorpusRow {
  /** A rule of its kind found something. */
  found: boolean;
  /** Rules of other kinds that found something. */
  others: readonly string[];
}

export const judgeRow = (policy: CompiledGuardrails, row: CorpusRow): JudgedRow => {
  const fired = new Set(guard(policy, row.input).findings.map(({ rule }) => rule));
  const [own, others] = [row.rules.filter((rule) => fired.has(rule)), [...fired]];
  return { ...row, found: own.length > 0, others: others.filter((rule) => !row.rules.includes(rule)) };
};

export interface GuardScore {
  violations: number;
  innocents: number;
  /** Of what was found, the share that is a violation. */
  precision: number;
  /** Of the violations, the share that was found. */
  recall: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Precision and recall of rows by the rules of their own kind. */
export const scoreOf = (rows: readonly JudgedRow[]): GuardScore => {
  const violations = rows.filter(({ violates }) => violates);
  const found = rows.filter((row) => row.found);
  const right = found.filter(({ violates }) => violates).length;
  return {
    violations: violations.length,
    innocents: rows.length - violations.length,
    precision: share(right, found.length),
    recall: share(right, violations.length),
  };
};
