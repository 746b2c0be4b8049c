import { type HandoffPacket, handoffPacketSchema } from '../../../domain/handoff';
import { fitWords } from '../../../domain/packet-words';
import type { HandoffOpinion } from '../../ports';
import type { Step } from '../../step';
import { completenessOf } from './completeness';
import { packetFacts } from './packet-facts';
import type { PackInput } from './schema';
import { packInputSchema } from './schema';

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

/** Articles that are likely to help, best first; what is below the bar would only be read in vain. */
const sources = ({ retrieval }: PackInput, bar: number): HandoffPacket['knowledge'] => {
  const seen = new Map(
    retrieval.passages
      .filter(({ relevance }) => relevance >= bar)
      .map(({ articleId, title, stale }) => [articleId, { articleId, title, stale }]),
  );
  return [...seen.values()].slice(0, 3);
};

const timed = (tried: HandoffOpinion['tried'], { times }: PackInput): HandoffPacket['tried'] => {
  const clock = new Map(times.map(({ turnId, at }) => [turnId, at]));
  return tried.map(({ what, result, turnId }) => {
    const at = turnId === undefined ? undefined : clock.get(turnId);
    return { what, result, ...(at === undefined ? {} : { at }) };
  });
};

/** The packet: facts first, then what the engine worded, within 200 words. */
export const packHandoff: Step<typeof packInputSchema, typeof handoffPacketSchema> = {
  id: 'pack',
  input: packInputSchema,
  output: handoffPacketSchema,
  async run(input, ports, { signal }) {
    const { utterances, triage, retrieval, facts, steps, sent, untickedAt } = input;
    const { value: opinion, use } = await ports.summariseHandoff(
      {
        utterances,
        triage,
        passages: retrieval.passages,
        incidents: retrieval.incidents,
        facts,
        steps,
        sent,
        untickedAt,
        sentiment: triage.sentiment,
      },
      { signal },
    );
    const known = packetFacts(input);
    const packet = fitWords({
      customer: customerLine(input),
      ...opinion,
      tried: timed(opinion.tried, input),
      knowledge: sources(input, WORTH_READING * ports.policies.knowledge.relevance_threshold),
      facts: known.map(({ label, value }) => ({ label, value })),
    });
    return { value: { ...packet, completeness: completenessOf(packet, triage, known) }, use };
  },
};
