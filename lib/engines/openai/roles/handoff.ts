import { z } from 'zod';
import type { HandoffOpinion, HandoffRequest } from '@/lib/assist/ports';
import { countWords } from '@/lib/core/text';
import { PACKET_WORDS } from '@/lib/domain/handoff';
import { recordedIn } from '../../local/summary/recorded';
import { bad, good } from '../parse/parsed';
import {
  conversationBlock,
  factsBlock,
  incidentsBlock,
  knownOf,
  passagesBlock,
  recordBlock,
  situationOf,
  stepsBlock,
} from './blocks';
import type { RoleJob } from './job';

const line = z.string().min(1);

const handoffWire = z.strictObject({
  issue: line,
  inTheirWords: z.string().nullable(),
  tried: z.array(z.strictObject({ what: line, result: line })).max(6),
  next: z.array(line).min(1).max(4),
  tone: line,
});
type Wire = z.infer<typeof handoffWire>;

/** Words as they are compared for a quote: case, spacing and the shape of quote marks don't make it another quote. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”„]/gu, '"')
    .replace(/\s+/gu, ' ')
    .trim();

const unquoted = (text: string): string =>
  plain(text)
    .replace(/^"|"$/g, '')
    .replace(/(?:…|\.\.\.)$/u, '')
    .trim();

const wordsOf = (wire: Wire): number =>
  countWords(
    [
      wire.issue,
      wire.inTheirWords ?? '',
      ...wire.tried.flatMap(({ what, result }) => [what, result]),
      ...wire.next,
      wire.tone,
    ].join(' '),
  );

/** Of the words of a line this share in a line of the record makes it the same thing. */
const SAME_SHARE = 0.5;
const MOST_TRIED = 6;

const termsOf = (text: string): Set<string> => new Set(plain(text).match(/[\p{L}\p{N}]{4,}/gu) ?? []);

const repeats = (told: string, recorded: string): boolean => {
  const [terms, known] = [termsOf(told), termsOf(recorded)];
  const shared = [...terms].filter((term) => known.has(term)).length;
  return shared > 0 && shared >= SAME_SHARE * Math.min(terms.size, known.size);
};

/** The record as it is, which no model words; then what the model read in messages and the record does not show, marked as that. */
const triedIn = (
  request: HandoffRequest,
  read: readonly { what: string; result: string }[],
): HandoffOpinion['tried'] => {
  const recorded = recordedIn(request);
  const told = read
    .filter(({ what }) => !recorded.some((one) => repeats(what, one.what)))
    .map(({ what, result }) => ({ what: `From the messages: ${what}`, result }));
  return [...recorded.map(({ what, result, turnId }) => ({ what, result, turnId })), ...told].slice(
    0,
    MOST_TRIED,
  );
};

export const handoffJob: RoleJob<HandoffRequest, Wire, HandoffOpinion> = {
  role: 'handoff',
  names: { rules: ['situation'], data: ['conversation', 'passages', 'incidents', 'facts', 'steps'] },
  streams: null,
  known: ({ facts, triage }) => knownOf(facts, triage),
  schema: () => handoffWire,
  slots: (request, _taxonomy, clean, guarded = clean) => ({
    rules: { situation: situationOf(request.triage) },
    data: {
      conversation: conversationBlock(request.utterances, clean),
      passages: passagesBlock(request.passages, guarded),
      incidents: incidentsBlock(request.incidents, guarded),
      facts: factsBlock(request.facts, guarded),
      steps: [stepsBlock(request.steps, guarded), recordBlock(recordedIn(request), clean)].join('\n\n'),
    },
  }),
  read: (wire, { request, clean, restore }) => {
    const quote = wire.inTheirWords?.trim() || null;
    const said = request.utterances
      .filter(({ role }) => role === 'customer')
      .map(({ text }) => plain(clean(text)));
    if (quote !== null && !said.some((text) => text.includes(unquoted(quote)))) {
      return bad(
        'wrong-meaning',
        'inTheirWords is not a quote: copy one sentence of the customer letter by letter, or answer null',
      );
    }
    const words = wordsOf(wire);
    if (words > PACKET_WORDS)
      return bad('wrong-meaning', `${words} words in all, at most ${PACKET_WORDS} are allowed`);
    return good({
      issue: restore(wire.issue),
      inTheirWords: quote === null ? null : restore(quote),
      tried: triedIn(
        request,
        wire.tried.map(({ what, result }) => ({ what: restore(what), result: restore(result) })),
      ),
      next: wire.next.map(restore),
      tone: restore(wire.tone),
    });
  },
};
