import { expect, it } from 'vitest';
import { loadPolicies } from '@/lib/policies/load';
import { readFolder } from '@/lib/policies/read-folder';
import { readGuardCorpus } from './guard-corpus';
import { judgeRow, scoreOf } from './guard-score';

const { guardrails } = await loadPolicies('policies');
const read = async (folder: string) =>
  readGuardCorpus((await readFolder(`lib/rules/testing/${folder}`)).files);
const corpus = await read('guard-corpus');
const blind = await read('guard-blind');
const judged = corpus.map((row) => judgeRow(guardrails, row));
const kinds = [...new Set(corpus.map(({ kind }) => kind))];

it.each(kinds)(
  '%s is found in at least nine of ten drafts that hold it, and in few that only look like it',
  (kind) => {
    const score = scoreOf(judged.filter((row) => row.kind === kind));
    expect(score.violations).toBeGreaterThanOrEqual(200);
    expect(score.innocents).toBeGreaterThanOrEqual(200);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  },
);

it('names rules that exist', () => {
  const { prohibited_topics, prohibited_phrases, required_disclosures, sensitive_topics, tone } = guardrails;
  const known = new Set([
    ...[
      ...prohibited_topics,
      ...prohibited_phrases,
      ...required_disclosures,
      ...sensitive_topics,
      ...tone.avoid,
    ].map(({ id }) => id),
    'empathy-first',
    'shouting',
    ...guardrails.grounding.kinds.map((kind) => `ungrounded-${kind}`),
    ...guardrails.pii.kinds.map((kind) => `pii-${kind.replace('_', '-')}`),
  ]);
  expect([...corpus, ...blind].flatMap(({ rules }) => rules).filter((rule) => !known.has(rule))).toEqual([]);
});

it('is refused by file and line where it is malformed', () => {
  const file = 'rules: [a]\ngroups:\n  - written: by nobody\n    violations: x\n    innocents: y\n';
  expect(() => readGuardCorpus(new Map([['odd.yaml', file]]))).toThrow(/odd\.yaml:3/);
});
