import { detectLanguage } from '../../../detectors/language';
import { categoryConfidence, categoryOf } from '../../../domain/intent';
import { type ScoredIntent, type Triage, triageSchema } from '../../../domain/triage';
import { incidentsFor } from '../../../knowledge/incidents';
import type { PolicySet } from '../../../policies/policy-set';
import { escalationFacts } from '../../facts/escalation-facts';
import { focusOf } from '../../facts/focus';
import type { Step } from '../../step';
import { entitiesOf } from './find-entities';
import { missingFields } from './missing-fields';
import { raiseFlags } from './raise-flags';
import { readSentiment } from './read-sentiment';
import { triageInputSchema } from './schema';

const LEVELS = ['low', 'normal', 'high', 'critical'] as const;
const EFFORTS = ['simple', 'moderate', 'complex'] as const;

const highest = <T extends string>(order: readonly T[], levels: readonly T[]): T =>
  levels.reduce((best, level) => (order.indexOf(level) > order.indexOf(best) ? level : best));

const scored = (policies: PolicySet, intent: { id: string; confidence: number }): ScoredIntent => ({
  id: intent.id,
  category: categoryOf(intent.id),
  title: policies.intents.find((known) => known.id === intent.id)?.title ?? intent.id,
  confidence: intent.confidence,
});

/** The language of the longest thing the customer said; short ones say little about it. */
const languageOf = (texts: readonly string[], fallback: string): string => {
  const longest = texts.reduce((best, text) => (text.length > best.length ? text : best), '');
  const detected = detectLanguage(longest);
  return detected === 'und' ? fallback : detected;
};

/** What this is about, how urgent, in which mood. The engine gives intents and moods; everything else is rules and detectors. */
export const triageConversation: Step<typeof triageInputSchema, typeof triageSchema> = {
  id: 'triage',
  input: triageInputSchema,
  output: triageSchema,
  async run({ utterances, turns, account, incidents, channel, escalated, overrides }, ports, { signal }) {
    const { policies } = ports;
    const texts = utterances
      .filter((utterance) => utterance.role === 'customer')
      .map((utterance) => utterance.text);
    const language = languageOf(texts, account.customer.language);
    const { value: opinion, use } = await ports.triage({ utterances, language }, { signal });

    const [top, ...others] = opinion.intents.map((intent) => scored(policies, intent));
    if (!top) throw new Error('triage gave no intent');
    const intent = overrides.intent ? { ...scored(policies, { id: overrides.intent, confidence: 1 }) } : top;
    const policy = policies.intents.find((known) => known.id === intent.id);
    const isClear = intent.confidence >= policies.agents.thresholds.intent;
    const entities = entitiesOf(utterances, account);
    const said = texts.join(' ').toLowerCase();
    const focus = focusOf(account, entities, intent.id, said);

    const draft: Triage = {
      intent,
      categoryConfidence: overrides.intent ? 1 : categoryConfidence(opinion.intents),
      secondary: others.filter(
        (other) => other.id !== intent.id && other.confidence >= policies.agents.thresholds.secondary_intent,
      ),
      urgency: { level: overrides.urgency ?? policy?.urgency ?? 'normal', reasons: [] },
      complexity: { level: overrides.complexity ?? policy?.complexity ?? 'moderate', reasons: [] },
      sentiment: readSentiment(opinion.sentiment, texts, policies.urgency.anger, overrides.sentiment),
      entities,
      flags: raiseFlags(utterances, policies.flags),
      language,
      ...(isClear ? {} : { unclear: true as const }),
      missing: isClear ? missingFields(policy, { account, focus, entities, utterances, said }) : [],
    };
    const touching = incidentsFor(account, incidents, {
      intentCategory: intent.category,
      text: texts.join('\n'),
      now: ports.clock.now(),
    });
    const facts = escalationFacts({
      triage: draft,
      account,
      turns,
      channel,
      escalated,
      retrieval: null,
      incidents: touching,
      turnsWithoutProgress: null,
      now: ports.clock.now(),
    });
    const raised = policies.urgency.raise.filter((rule) => rule.condition(facts).is === 'true');
    const harder = policies.urgency.complex.filter((rule) => rule.condition(facts).is === 'true');
    const value: Triage = {
      ...draft,
      urgency: overrides.urgency
        ? { level: overrides.urgency, reasons: ['Set by a rep'] }
        : {
            level: highest(LEVELS, [draft.urgency.level, ...raised.map((rule) => rule.to)]),
            reasons: raised.map((rule) => rule.say),
          },
      complexity: overrides.complexity
        ? { level: overrides.complexity, reasons: ['Set by a rep'] }
        : {
            level: highest(EFFORTS, [draft.complexity.level, ...harder.map((rule) => rule.to)]),
            reasons: harder.map((rule) => rule.say),
          },
    };
    return { value, use };
  },
};
