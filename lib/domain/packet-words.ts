import { countWords, firstWords } from '../core/text';
import { type HandoffPacket, PACKET_WORDS } from './handoff';

type Worded = Omit<HandoffPacket, 'words' | 'completeness'>;

const linesOf = (packet: Worded): string[] => [
  packet.customer,
  packet.issue,
  packet.inTheirWords ?? '',
  ...packet.tried.flatMap(({ what, result }) => [what, result]),
  ...packet.knowledge.map(({ title }) => title),
  ...packet.next,
  packet.tone,
  ...packet.facts.flatMap(({ label, value }) => [label, value]),
];

export const packetWords = (packet: Worded): number =>
  linesOf(packet).reduce((sum, line) => sum + countWords(line), 0);

/** A quotation that was cut short ends as one. */
const quoteClosed = (line: string): string =>
  line.lastIndexOf('“') > line.lastIndexOf('”') ? `${line}”` : line;

/** What gives way first when a packet is too long: each shortens it once, the least needed first. */
const SHORTEN: ((packet: Worded) => Worded)[] = [
  (p) => ({ ...p, facts: p.facts.slice(0, 6) }),
  (p) => ({ ...p, knowledge: p.knowledge.slice(0, 2) }),
  (p) => ({ ...p, next: p.next.slice(0, 3).map((line) => firstWords(line, 18)) }),
  (p) => ({
    ...p,
    tried: p.tried.slice(-4).map((tried) => ({
      ...tried,
      what: quoteClosed(firstWords(tried.what, 14)),
      result: quoteClosed(firstWords(tried.result, 12)),
    })),
  }),
  (p) => ({ ...p, inTheirWords: p.inTheirWords && firstWords(p.inTheirWords, 30) }),
  (p) => ({ ...p, facts: p.facts.slice(0, 3) }),
  (p) => ({ ...p, knowledge: p.knowledge.slice(0, 1) }),
  (p) => ({ ...p, next: p.next.slice(0, 2) }),
  (p) => ({ ...p, tried: p.tried.slice(-3) }),
  (p) => ({ ...p, tried: p.tried.slice(-2) }),
  (p) => ({
    ...p,
    issue: firstWords(p.issue, 30),
    tone: firstWords(p.tone, 15),
    customer: firstWords(p.customer, 15),
  }),
  (p) => ({ ...p, inTheirWords: p.inTheirWords && firstWords(p.inTheirWords, 15), facts: [] }),
];

/** The same packet within the limit of words. */
export const fitWords = (packet: Worded): Worded & { words: number } => {
  let fitted = packet;
  for (const shorten of SHORTEN) {
    if (packetWords(fitted) <= PACKET_WORDS) break;
    fitted = shorten(fitted);
  }
  return { ...fitted, words: packetWords(fitted) };
};
