import type { Finding, GuardVerdict } from '@/lib/domain/guard';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findMissingEmpathy } from './guard-empathy';
import { findUngrounded } from './guard-grounding';
import { findingAt, type GuardInput } from './guard-input';
import { findDisclosures, findWordings } from './guard-phrases';
import { findLeaks } from './guard-pii';
import { findReadings } from './guard-reading';
import { applyRepairs, staysIn, widenToSentences } from './guard-repair';
import { findShouting } from './guard-shouting';

export type { GuardInput } from './guard-input';

const INTERNAL = {
  id: 'internal-source',
  severity: 'warn',
  message: 'This leans on an article that is for reps only: check the wording before it goes out',
} as const;

/** What the rules say about the words that stand there. */
const inspect = (policy: CompiledGuardrails, input: GuardInput): Finding[] => {
  const worded = findWordings(policy, input);
  return [
    ...worded,
    ...findReadings(policy, input, worded),
    ...findShouting(policy, input),
    ...findLeaks(policy, input),
    ...findUngrounded(policy, input),
    ...(input.citedInternal === true ? [findingAt(input.text, { start: 0, end: 0 }, INTERNAL)] : []),
  ];
};

/** What the rules say is missing, given which places stay. */
const missing = (
  policy: CompiledGuardrails,
  input: GuardInput,
  stays: (start: number) => boolean,
): Finding[] => [...findDisclosures(policy, input, stays), ...findMissingEmpathy(policy, input, stays)];

const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => a.start - b.start || a.end - b.end);
const blocks = ({ severity }: Finding): boolean => severity === 'block';

/** How often what a repair leaves is repaired again: a sentence can read otherwise once the one before it is gone. */
const ROUNDS = 3;

/** A finding of a later round at the words of the draft it speaks of, or at its beginning where a repair has worded them. */
const inDraft =
  (draft: string) =>
  (finding: Finding): Finding => {
    const start = Math.max(draft.indexOf(finding.text), 0);
    return {
      ...finding,
      start,
      end: draft.startsWith(finding.text, start) ? start + finding.text.length : start,
    };
  };

const checked = (policy: CompiledGuardrails, input: GuardInput, rounds: number): GuardVerdict => {
  const present = widenToSentences(input.text, inspect(policy, input));
  const findings = inOrder([...present, ...missing(policy, input, staysIn(present))]);
  const nothingLeft = input.text.trim() !== '' && applyRepairs(input.text, present) === '';
  if (findings.some(blocks) || nothingLeft) return { verdict: 'blocked', text: null, findings };
  const repairs = ({ severity, repair }: Finding): boolean => severity === 'repair' && repair !== null;
  if (!findings.some(repairs)) return { verdict: 'pass', text: input.text, findings };
  if (rounds === 0) return { verdict: 'blocked', text: null, findings };
  const left = checked(policy, { ...input, text: applyRepairs(input.text, findings) }, rounds - 1);
  const later = left.findings.filter((finding) => blocks(finding) || repairs(finding));
  const all = inOrder([...findings, ...later.map(inDraft(input.text))]);
  return left.text === null
    ? { verdict: 'blocked', text: null, findings: all }
    : { verdict: 'repaired', text: left.text, findings: all };
};

/**
 * Check a draft before a rep sees it. Rules decide alone: what they block is blocked, what they can repair is repaired until nothing is left
 * to repair, and a draft of which nothing would be left is blocked too. Offsets of findings are in `input.text`.
 */
export const guard = (policy: CompiledGuardrails, input: GuardInput): GuardVerdict =>
  checked(policy, input, ROUNDS);

/**
 * The same rules on what a rep types: what a draft would have repaired is a warning that offers the wording, and only rules that block
 * still do. Nothing is rewritten.
 */
export const guardTyping = (policy: CompiledGuardrails, input: GuardInput): Finding[] =>
  inOrder([...inspect(policy, input), ...missing(policy, input, () => true)]).map((finding) =>
    finding.severity === 'repair' ? { ...finding, severity: 'warn' } : finding,
  );
