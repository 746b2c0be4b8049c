import type { HandoffPacket } from '@/lib/domain/handoff';
import type { Seen } from './seen';

const folded = (text: string): string => text.toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' ');

/** Whether a text has any of the wordings of a line, which are separated by |. */
export const contains = (text: string, line: string): boolean => {
  const haystack = folded(text);
  return line.split('|').some((wording) => haystack.includes(folded(wording).trim()));
};

/** Words in a row that make a quotation: shorter runs are how everyone speaks. */
const QUOTED_WORDS = 7;

const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{N}.$'-]+/gu) ?? [];

const runsOf = (text: string): string[] => {
  const all = wordsOf(text);
  return all
    .slice(0, Math.max(0, all.length - QUOTED_WORDS + 1))
    .map((_, at) => all.slice(at, at + QUOTED_WORDS).join(' '));
};

/** The words of an internal article's fact that stand in the reply; null when there are none. Facts a public passage states too are not a secret. */
export const quotesInternal = ({ reply, retrieval }: Pick<Seen, 'reply' | 'retrieval'>): string | null => {
  if (reply === null) return null;
  const said = wordsOf(reply).join(' ');
  const open = retrieval.passages
    .filter(({ audience }) => audience === 'public')
    .map(({ text }) => wordsOf(text).join(' '));
  return (
    retrieval.passages
      .filter(({ audience }) => audience === 'internal')
      .flatMap(({ text }) => runsOf(text))
      .find((run) => said.includes(run) && !open.some((text) => text.includes(run))) ?? null
  );
};

/** Whether there is nothing to send, or something that may be sent. */
export const sayable = ({ guard }: Pick<Seen, 'guard'>): boolean => guard?.verdict !== 'blocked';

/** A packet as one text. */
export const packetText = (packet: HandoffPacket): string =>
  [
    packet.customer,
    packet.issue,
    packet.inTheirWords ?? '',
    ...packet.tried.map(({ what, result }) => `${what}: ${result}`),
    ...packet.knowledge.map(({ title }) => title),
    ...packet.next,
    packet.tone,
    ...packet.facts.map(({ label, value }) => `${label} ${value}`),
  ]
    .filter(Boolean)
    .join(' · ');
