import type { AccountFact } from '../../../domain/customer';
import type { HandoffPacket } from '../../../domain/handoff';
import type { Triage } from '../../../domain/triage';
import { missingFact } from './packet-facts';

/** Only where something is broken is there something to try. */
const hasFault = ({ intent, secondary }: Triage): boolean =>
  [intent, ...secondary].some(({ category }) => category === 'technical');

/** What a lead needs so that the customer never repeats themselves, with its share of the score; the score is out of the shares that this intent needs. */
const PARTS: {
  name: string;
  share: number;
  /** The intents that need it; all when left out. */
  needed?: (triage: Triage) => boolean;
  there: (packet: Omit<HandoffPacket, 'words' | 'completeness'>) => boolean;
}[] = [
  { name: 'what the customer wants', share: 0.25, there: (packet) => packet.issue !== '' },
  { name: 'the issue in their words', share: 0.15, there: (packet) => packet.inTheirWords !== null },
  { name: 'what was tried', share: 0.2, needed: hasFault, there: (packet) => packet.tried.length > 0 },
  { name: 'the next step', share: 0.15, there: (packet) => packet.next.length > 0 },
  { name: 'who the customer is', share: 0.1, there: (packet) => packet.customer !== '' },
];

/** The share of knowing which thing of the account it is about. */
const FACTS_SHARE = 0.15;

/** Each question the intent needs that nobody answered takes this much off. */
const MISSING_FIELD = 0.1;

export const completenessOf = (
  packet: Omit<HandoffPacket, 'words' | 'completeness'>,
  triage: Triage,
  facts: readonly AccountFact[],
): HandoffPacket['completeness'] => {
  const fact = missingFact(triage.intent.category, facts);
  const parts = [
    ...PARTS.filter((part) => part.needed?.(triage) ?? true).map(({ name, share, there }) => ({
      name,
      share,
      there: there(packet),
    })),
    { name: fact ?? 'facts of the account', share: FACTS_SHARE, there: fact === null },
  ];
  const absent = parts.filter(({ there }) => !there);
  const sum = (some: typeof parts): number => some.reduce((total, { share }) => total + share, 0);
  const score = 1 - sum(absent) / sum(parts) - triage.missing.length * MISSING_FIELD;
  return {
    score: Math.round(Math.max(0, score) * 100) / 100,
    missing: [
      ...absent.map((part) => part.name),
      ...triage.missing.map(({ field }) => field.replaceAll('_', ' ')),
    ],
  };
};
