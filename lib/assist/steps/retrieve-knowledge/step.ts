import { z } from 'zod';
import { personalValues } from '../../../detectors/personal-values';
import { redact } from '../../../detectors/placeholders';
import { createVault } from '../../../detectors/vault';
import { utteranceSchema } from '../../../domain/conversation';
import { accountSchema } from '../../../domain/customer';
import { incidentSchema } from '../../../domain/incident';
import { categoryOf, intentIdSchema } from '../../../domain/intent';
import { retrievalSchema } from '../../../domain/knowledge';
import { incidentsFor } from '../../../knowledge/incidents';
import { closingOf } from '../../facts/closing';
import type { Step } from '../../step';

export const retrieveInputSchema = z.object({
  utterances: z.array(utteranceSchema).min(1),
  account: accountSchema,
  incidents: z.array(incidentSchema),
  /** Set by a rep: replaces the guess. */
  intent: intentIdSchema.optional(),
});

/**
 * A question is what the customer said last, with what opened the matter as its context; short answers alone say nothing. Before a
 * message that is about what the conversation is about now, customers spoke of something else.
 */
const questionOf = (texts: readonly string[], isAboutThis: (text: string) => boolean): string => {
  const last = texts.at(-1) ?? '';
  const telling = texts.filter((text) => text.split(/\s+/u).length >= 4);
  const opening = telling.find(isAboutThis) ?? telling[0] ?? '';
  const before = last.split(/\s+/u).length < 8 ? (texts.at(-2) ?? '') : '';
  return [...new Set([opening, before, last])].filter(Boolean).join('\n').slice(0, 2000);
};

/** What the articles say, and what is going on that touches this customer. */
export const retrieveKnowledge: Step<typeof retrieveInputSchema, typeof retrievalSchema> = {
  id: 'retrieve',
  input: retrieveInputSchema,
  output: retrievalSchema,
  async run({ utterances, account, incidents, intent }, ports, { signal }) {
    const texts = utterances
      .filter((utterance) => utterance.role === 'customer')
      .map((utterance) => utterance.text);
    const intents = intent
      ? [{ id: intent, confidence: 1 }]
      : ports.guessIntents({ utterances, language: account.customer.language });
    const now = intents[0]?.id;
    const isAboutThis = (text: string): boolean =>
      ports.guessIntents({
        utterances: [{ turnId: 'alone', role: 'customer', text }],
        language: account.customer.language,
      })[0]?.id === now;
    // Words misled the guess that a rep corrected, so the corrected intent is asked for in its own words too.
    const corrected = ports.policies.intents.find(({ id }) => id === intent);
    const query = [corrected?.title, questionOf(texts, isAboutThis)].filter(Boolean).join('\n');
    const {
      knowledge,
      relevance_threshold,
      passages: limit,
    } = { ...ports.policies.knowledge, knowledge: ports.knowledge };
    const { passages, use } = await knowledge.search(
      {
        text: query,
        outgoing: redact(query, createVault(personalValues(account.customer))),
        intents,
        products: account.services.map((service) => service.kind),
        // What a bill shows explains a bill; it says nothing of a gateway that blinks.
        ...(now && categoryOf(now) === 'billing' ? { account } : {}),
        limit,
      },
      signal,
    );
    const [top] = intents;
    const confidence = passages[0]?.relevance ?? 0;
    return {
      value: {
        query,
        passages,
        incidents: incidentsFor(account, incidents, {
          intentCategory: top ? categoryOf(top.id) : 'general',
          text: texts.join('\n'),
          now: ports.clock.now(),
        }),
        confidence,
        // Thanks ask for nothing that an article could answer.
        gap: confidence < relevance_threshold && closingOf(utterances) === null,
      },
      use,
    };
  },
};
