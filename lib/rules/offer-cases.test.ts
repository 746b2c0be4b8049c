import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadPolicies } from '@/lib/policies/load';
import { offerPolicySchema } from '@/lib/policies/offer-policy';
import { PolicySource } from '@/lib/policies/policy-source';
import { readFolder } from '@/lib/policies/read-folder';
import { runPolicyCases } from './policy-cases';

const policies = await loadPolicies('policies');
const { files } = await readFolder('policies');
const PATH = 'offers/fiber-loyalty-credit.yaml';
const text = files.get(PATH) ?? '';
const run = (changed: string) => runPolicyCases(policies, new Map([[PATH, changed]]));

describe('the cases of an offer', () => {
  it('fail with their line and both decisions when it is decided otherwise', () => {
    const name = 'name: eleven months, facts: { customer: { tenure_months: 11 } }';
    const { failures, failed } = run(text.replace(name, name.replace('11 }', '12 }')));
    const line = text.split('\n').findIndex((one) => one.includes(name)) + 1;
    expect(failed).toBe(1);
    expect(failures).toEqual([
      {
        file: PATH,
        line,
        name: 'eleven months',
        expected: 'not-eligible [eligibility.1]',
        got: 'eligible []',
      },
    ]);
  });

  it('fail when a clause fails that they do not name', () => {
    const { failures } = run(
      text.replace('fails: [refused-before, refused-alike]', 'fails: [refused-before]'),
    );
    expect(failures.map(({ got }) => got)).toEqual(['not-eligible [refused-alike, refused-before]']);
  });

  it('are refused when they speak of facts that do not exist', () => {
    expect(run(text.replace('tenure_months: 11', 'tenure: 11')).problems).toHaveLength(1);
  });

  it('show each offer eligible, refused and unknown', () => {
    for (const { id } of policies.offers) {
      const cases = new PolicySource(files).parse(`offers/${id}.yaml`, offerPolicySchema)?.value.cases ?? [];
      expect([id, new Set(cases.map((one) => one.expect)).size]).toEqual([id, 3]);
    }
  });

  it('show each clause of an offer failing, and each rule for all of them', () => {
    const failing = z.object({ fails: z.array(z.string()).default([]) });
    const failsIn = (rows: readonly unknown[]) => new Set(rows.flatMap((row) => failing.parse(row).fails));
    const unseen = policies.offers.flatMap(({ id, clauses }) => {
      const parsed = new PolicySource(files).parse(`offers/${id}.yaml`, offerPolicySchema)?.value;
      const seen = failsIn(parsed?.cases ?? []);
      const own = [
        ...clauses.eligibility,
        ...clauses.applicability,
        ...clauses.suitability,
        ...clauses.contact,
      ];
      return own.filter((clause) => !seen.has(clause.id)).map((clause) => `${id} ${clause.id}`);
    });
    expect(unseen).toEqual([]);
    const rows = new PolicySource(files).parse('contact.cases.yaml', z.array(z.unknown()))?.value ?? [];
    const seen = failsIn(rows);
    expect(policies.contact.rules.filter(({ id }) => !seen.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
