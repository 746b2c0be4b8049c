import { z } from 'zod';
import { usd } from '../core/money';
import { offerKindSchema } from '../domain/offer';
import { offerCaseSchema } from '../policies/offer-policy';
import { caseKind, idList } from './case-kind';
import { decideOffers } from './decide-offers';
import { factsOfCase } from './offer-cases';

const caseSchema = offerCaseSchema
  .omit({ expect: true })
  .extend({ kind: offerKindSchema, fails: z.array(z.string()) });

const NO_CLAUSES = { eligibility: [], applicability: [], suitability: [], contact: [], budget: [] };

/** `contact.cases.yaml`: a moment and a kind of offer, and exactly the rules that withhold it. */
export const contactCases = caseKind(z.array(caseSchema), (policies, one) => {
  const { name, kind, fails } = one;
  const offer = {
    id: 'this',
    kind,
    title: name,
    say: '',
    words: () => '',
    fulfil: { tool: 'apply-credit' as const, params: {} },
    clauses: NO_CLAUSES,
    needs: [],
    value: usd(0),
    cost: usd(0),
    budget: null,
  };
  const facts = factsOfCase(policies, undefined, one);
  const { decided } = decideOffers({ offers: [offer], contact: policies.contact }, facts, {
    left: {},
    given: {},
  });
  const expected = idList(fails);
  const got = idList(
    decided.flatMap(({ clauses }) => clauses.filter(({ is }) => is !== 'true').map(({ id }) => id)),
  );
  return expected === got ? undefined : { name, expected, got };
});
