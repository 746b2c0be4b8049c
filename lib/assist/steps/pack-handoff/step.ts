import { type HandoffPacket, handoffPacketSchema } from '../../../domain/handoff';
import type { Category } from '../../../domain/intent';
import { fitWords } from '../../../domain/packet-words';
import type { Step } from '../../step';
import { completenessOf } from './completeness';
import type { PackInput } from './schema';
import { packInputSchema } from './schema';

/** Facts a lead looks for first, in that order. */
const FIRST = [
  'customer.account_number',
  'outage.number',
  'order.number',
  'order.status',
  'invoice.number',
  'invoice.total',
  'visit.number',
  'visit.date',
  'device.model',
  'service.plan',
];

/** Plans with how many of each: four mobile lines are one entry. */
const plansOf = (services: PackInput['account']['services']): string => {
  const counts = new Map<string, number>();
  for (const { plan } of services) counts.set(plan, (counts.get(plan) ?? 0) + 1);
  return [...counts].map(([plan, count]) => (count > 1 ? `${count} × ${plan}` : plan)).join(', ');
};

/** A lead reads what a reply would not cite: down to this share of the relevance a citation needs. */
const WORTH_READING = 0.5;

const customerLine = ({ account: { customer, services } }: PackInput): string =>
  [
    customer.name,
    customer.tier,
    customer.since ? `with us since ${customer.since.slice(0, 4)}` : null,
    plansOf(services) || null,
  ]
    .filter(Boolean)
    .join(' · ');

/** Orders and visits matter to these categories, or when somebody spoke of them. */
const ONLY_FOR: Readonly<Record<string, readonly Category[]>> = {
  order: ['shipping', 'returns'],
  visit: ['technical'],
};

const relevantFacts = ({ facts, triage, utterances }: PackInput): HandoffPacket['facts'] => {
  const about = new Set([triage.intent, ...triage.secondary].map(({ category }) => category));
  const concerns = (thing: string): boolean => {
    const categories = ONLY_FOR[thing];
    const number = facts.find(({ key }) => key === `${thing}.number`)?.value;
    return (
      categories === undefined ||
      categories.some((category) => about.has(category)) ||
      (number !== undefined && utterances.some(({ text }) => text.includes(number)))
    );
  };
  return FIRST.filter((key) => concerns(key.split('.')[0] ?? key))
    .flatMap((key) => facts.filter((fact) => fact.key === key))
    .map(({ label, value }) => ({ label, value }));
};

/** Articles that are likely to help, best first; what is below the bar would only be read in vain. */
const sources = ({ retrieval }: PackInput, bar: number): HandoffPacket['knowledge'] => {
  const seen = new Map(
    retrieval.passages
      .filter(({ relevance }) => relevance >= bar)
      .map(({ articleId, title, stale }) => [articleId, { articleId, title, stale }]),
  );
  return [...seen.values()].slice(0, 3);
};

/** The packet: facts first, then what the engine worded, within 200 words. */
export const packHandoff: Step<typeof packInputSchema, typeof handoffPacketSchema> = {
  id: 'pack',
  input: packInputSchema,
  output: handoffPacketSchema,
  async run(input, ports, { signal }) {
    const { utterances, triage, retrieval, facts, steps } = input;
    const { value: opinion, use } = await ports.summariseHandoff(
      {
        utterances,
        triage,
        passages: retrieval.passages,
        incidents: retrieval.incidents,
        facts,
        steps,
        sentiment: triage.sentiment,
      },
      { signal },
    );
    const packet = fitWords({
      customer: customerLine(input),
      ...opinion,
      knowledge: sources(input, WORTH_READING * ports.policies.knowledge.relevance_threshold),
      facts: relevantFacts(input),
    });
    return { value: { ...packet, completeness: completenessOf(packet, triage) }, use };
  },
};
