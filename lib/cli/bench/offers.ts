import { join } from 'node:path';
import { hoursUntil } from '@/lib/actions/scheduling/local-time';
import { readDemoWorld } from '@/lib/learning/golden/demo-world';
import { compilePolicies } from '@/lib/policies/load';
import type { PolicySet } from '@/lib/policies/policy-set';
import { readFolder } from '@/lib/policies/read-folder';
import { decideOffers } from '@/lib/rules/decide-offers';
import { type OfferMoment, offerFacts } from '@/lib/rules/offer-facts';
import { withManyOffers } from './many-offers';
import { type Bench, type Figures, latencyOf } from './report';

const OFFERS = [32, 200];
const ROUNDS = 20;
const WARM_UP = 2;

/** A customer of the demo whose question is answered: nothing stands in the way, so that every clause has something to say. */
const momentOf = (
  account: OfferMoment['account'],
  { pricing }: PolicySet,
  now: Date,
  turn: number,
): OfferMoment => ({
  account,
  catalogue: pricing,
  hoursUntil: (day, window) => hoursUntil(day, window, now, pricing.visits.time_zone),
  triage: {
    intent: { id: 'billing.bill-explanation', category: 'billing', title: 'Explain a bill', confidence: 0.9 },
    secondary: [],
    urgency: { level: 'normal', reasons: [] },
    complexity: { level: 'simple', reasons: [] },
    sentiment: { label: 'neutral', score: 0.1, anger: false, trend: [0.1], direction: 'steady' },
    entities: [],
    flags: [],
    language: 'en',
    missing: [],
  },
  risk: { is: 'scored', score: (turn % 10) / 10, band: 'medium', drivers: [], version: 'bench' },
  conversation: { channel: 'chat', customerTurns: 3, escalated: false, issueResolved: true },
  incidents: { open: [], over: [] },
  offered: { here: [], before: [] },
  rep: { since: '2020-01-01', quietUntil: null, offersToday: 0 },
  now,
});

/** All offers held against one customer, from account to decision, for every customer of the demo that was written by hand. */
export const offersBench: Bench = {
  run: async (say) => {
    const [world, { files }] = await Promise.all([
      readDemoWorld(new Date()),
      readFolder(join(process.cwd(), 'policies')),
    ]);
    const accounts = [...world.accounts.values()];
    const figures: Figures = {};
    for (const size of OFFERS) {
      say(`${size} offers`);
      const policies = compilePolicies(withManyOffers(files, size));
      const left = Object.fromEntries(policies.contact.pools.map(({ id, monthly }) => [id, monthly]));
      const given = Object.fromEntries(policies.offers.map(({ id }) => [id, 0]));
      const laps: { facts: number; decide: number }[] = [];
      let clauses = 0;
      let shown = 0;
      for (let round = 0; round < ROUNDS + WARM_UP; round++) {
        for (const account of accounts) {
          const moment = momentOf(account, policies, world.now, round);
          const start = performance.now();
          const facts = offerFacts(moment);
          const between = performance.now();
          const decision = decideOffers(policies, facts, { left, given });
          const end = performance.now();
          if (round < WARM_UP) continue;
          laps.push({ facts: between - start, decide: end - between });
          clauses += decision.decided.reduce((sum, offer) => sum + offer.clauses.length, 0);
          shown += decision.shown.length;
        }
      }
      figures[`${size} offers`] = {
        offers: policies.offers.length,
        decisions: laps.length,
        clausesEach: clauses / laps.length,
        shownEach: shown / laps.length,
        facts: { ...latencyOf(laps.map(({ facts }) => facts)) },
        decide: { ...latencyOf(laps.map(({ decide }) => decide)) },
      };
    }
    return figures;
  },
};
