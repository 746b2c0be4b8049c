import type { Finding } from '@/lib/domain/guard';
import { findRaised, type PhraseMatch } from '@/lib/policies/phrases';
import type { CompiledGuardrails } from '@/lib/policies/policy-set';
import { findingAt, type GuardInput } from './guard-input';

const UPPER = /^\p{Lu}/u;

/** A wording put where the found one stood begins with a capital if that one did. */
const inCase = (repair: string | null, found: string): string | null =>
  repair !== null && UPPER.test(found) ? repair.charAt(0).toUpperCase() + repair.slice(1) : repair;

/** The longest of matches that overlap, so that one wording is one finding of a rule. */
const distinct = (matches: readonly PhraseMatch[]): PhraseMatch[] => {
  const kept: PhraseMatch[] = [];
  for (const match of [...matches].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some(({ start, end }) => start < match.end && match.start < end)) kept.push(match);
  return kept;
};

const topics = (policy: CompiledGuardrails, text: string): Finding[] =>
  policy.prohibited_topics.flatMap((rule) =>
    distinct(findRaised(rule.phrases, rule.unless, text)).map((match) =>
      findingAt(text, match, { id: rule.id, severity: rule.severity, message: rule.message }),
    ),
  );

const wordings = (policy: CompiledGuardrails, text: string): Finding[] =>
  policy.prohibited_phrases.flatMap((rule) =>
    distinct(findRaised(rule.phrases, rule.unless, text)).map((match) =>
      findingAt(text, match, {
        id: rule.id,
        severity: rule.severity,
        message: rule.message,
        repair: inCase(rule.repair, text.slice(match.start, match.end)),
      }),
    ),
  );

const sensitive = (policy: CompiledGuardrails, { text, flags }: GuardInput): Finding[] =>
  policy.sensitive_topics
    .filter(({ flag }) => flags.some((raised) => raised === flag))
    .flatMap((rule) =>
      distinct(findRaised(rule.avoid, rule.unless, text)).map((match) =>
        findingAt(text, match, { id: rule.id, severity: rule.severity, message: rule.message }),
      ),
    );

/** Words to avoid are repaired where the policy has better ones, and pointed out where it has none. */
const tone = (policy: CompiledGuardrails, text: string): Finding[] =>
  policy.tone.avoid.flatMap((rule) =>
    distinct(findRaised(rule.phrases, rule.unless, text)).map((match) =>
      findingAt(text, match, {
        id: rule.id,
        severity: rule.repair === null ? 'warn' : 'repair',
        message: rule.message,
        repair: inCase(rule.repair, text.slice(match.start, match.end)),
      }),
    ),
  );

/** Findings of every rule that is a list of wordings. */
export const findWordings = (policy: CompiledGuardrails, input: GuardInput): Finding[] => [
  ...topics(policy, input.text),
  ...wordings(policy, input.text),
  ...sensitive(policy, input),
  ...tone(policy, input.text),
];

/** A finding at the end of the text for each disclosure that something said there calls for and nothing there makes. `stays` tells whether a place survives repair. */
export const findDisclosures = (
  policy: CompiledGuardrails,
  { text }: GuardInput,
  stays: (start: number) => boolean,
): Finding[] =>
  policy.required_disclosures.flatMap((rule) => {
    const called = findRaised(rule.when_said, rule.unless, text).some(({ start }) => stays(start));
    if (!called || rule.must_say.find(text).some(({ start }) => stays(start)) || text.includes(rule.add))
      return [];
    const end = text.trimEnd().length;
    return [
      findingAt(
        text,
        { start: end, end },
        { id: rule.id, severity: rule.severity, message: rule.message, repair: ` ${rule.add}` },
      ),
    ];
  });
