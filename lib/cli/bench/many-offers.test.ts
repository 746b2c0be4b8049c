import { expect, it } from 'vitest';
import { compilePolicies } from '@/lib/policies/load';
import { readFolder } from '@/lib/policies/read-folder';
import { decideOffers } from '@/lib/rules/decide-offers';
import { withManyOffers } from './many-offers';

it('makes as many offers as asked for, decided as those they are made from', async () => {
  const { files } = await readFolder('policies');
  const policies = compilePolicies(withManyOffers(files, 100));
  expect(policies.offers).toHaveLength(100);
  const texts = policies.offers.flatMap(({ clauses }) =>
    Object.values(clauses)
      .flat()
      .map(({ when }) => when),
  );
  expect(new Set(texts).size).toBeGreaterThan(150);
  const { decided } = decideOffers(policies, policies.contact.casesStartFrom, { left: {}, given: {} });
  const outcomes = new Map(decided.map(({ id, outcome }) => [id, outcome]));
  for (const { id } of policies.offers) {
    const original = id.replace(/-\d+$/, '');
    if (outcomes.has(original)) expect([id, outcomes.get(id)]).toEqual([id, outcomes.get(original)]);
  }
});
