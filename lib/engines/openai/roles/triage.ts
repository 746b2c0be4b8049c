import { z } from 'zod';
import type { TriageOpinion, TriageRequest } from '@/lib/assist/ports';
import { bad, good } from '../parse/parsed';
import { choice } from '../wire-schema';
import { conversationBlock, SHOWN_UTTERANCES } from './blocks';
import type { RoleJob, Taxonomy } from './job';

const shapeOf = ({ intents }: Taxonomy) =>
  z.strictObject({
    intents: z
      .array(
        z.strictObject({ id: choice(intents.map(({ id }) => id)), confidence: z.number().min(0).max(1) }),
      )
      .min(1)
      .max(5),
    sentiment: z.array(z.strictObject({ n: z.int(), score: z.number().min(-1).max(1) })),
  });
type Wire = z.infer<ReturnType<typeof shapeOf>>;

/** One per taxonomy: it names every intent, and making it costs more than using it. */
const shapes = new WeakMap<Taxonomy, ReturnType<typeof shapeOf>>();
const wireSchema = (taxonomy: Taxonomy): ReturnType<typeof shapeOf> => {
  const shape = shapes.get(taxonomy) ?? shapeOf(taxonomy);
  shapes.set(taxonomy, shape);
  return shape;
};

/** Numbers of the customer's messages in the whole conversation, from 1. */
const customerNumbers = ({ utterances }: TriageRequest): number[] =>
  utterances.flatMap(({ role }, index) => (role === 'customer' ? [index + 1] : []));

export const triageJob: RoleJob<TriageRequest, Wire, TriageOpinion> = {
  role: 'triage',
  names: { rules: ['taxonomy'], data: ['conversation'] },
  streams: null,
  known: () => [],
  schema: (_request, taxonomy) => wireSchema(taxonomy),
  slots: (request, { intents }, clean) => ({
    rules: {
      taxonomy: intents.map(({ id, title, description }) => `- ${id}: ${title}. ${description}`).join('\n'),
    },
    data: { conversation: conversationBlock(request.utterances, clean) },
  }),
  read: (wire, { request, taxonomy }) => {
    const ids = new Set(taxonomy.intents.map(({ id }) => id));
    const stray = wire.intents.findIndex(({ id }) => !ids.has(id));
    if (stray !== -1) return bad('wrong-meaning', `intents.${stray}.id is not in the list of intents`);
    if (new Set(wire.intents.map(({ id }) => id)).size !== wire.intents.length)
      return bad('wrong-meaning', 'an intent is named twice');

    const numbers = customerNumbers(request);
    const shown = numbers.filter((n) => n > request.utterances.length - SHOWN_UTTERANCES);
    const scores = new Map(wire.sentiment.map(({ n, score }) => [n, score]));
    const missing = shown.filter((n) => !scores.has(n));
    if (missing.length > 0)
      return bad('wrong-meaning', `sentiment is missing for message ${missing.slice(0, 5).join(', ')}`);
    return good({
      intents: wire.intents.toSorted((a, b) => b.confidence - a.confidence),
      // Messages too old to be shown count as neutral.
      sentiment: numbers.map((n) => scores.get(n) ?? 0),
    });
  },
};
