import { type HandoffPacket, handoffPacketSchema } from '../../../domain/handoff';
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

const customerLine = ({ account: { customer, services } }: PackInput): string =>
  [
    customer.name,
    customer.tier,
    customer.since ? `with us since ${customer.since.slice(0, 4)}` : null,
    services.map((service) => service.plan).join(', ') || null,
  ]
    .filter(Boolean)
    .join(' · ');

const relevantFacts = ({ facts }: PackInput): HandoffPacket['facts'] =>
  FIRST.flatMap((key) => facts.filter((fact) => fact.key === key)).map(({ label, value }) => ({
    label,
    value,
  }));

const sources = ({ retrieval }: PackInput): HandoffPacket['knowledge'] => {
  const seen = new Map(
    retrieval.passages.map(({ articleId, title, stale }) => [articleId, { articleId, title, stale }]),
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
      knowledge: sources(input),
      facts: relevantFacts(input),
    });
    return { value: { ...packet, completeness: completenessOf(packet, triage) }, use };
  },
};
