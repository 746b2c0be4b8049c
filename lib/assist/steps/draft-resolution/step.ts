import { formatMoney } from '../../../core/money';
import { type Resolution, resolutionSchema } from '../../../domain/resolution';
import { promisedBeyondAuthority, repAuthority } from '../../facts/authority';
import type { ResolutionRequest } from '../../ports';
import type { Step } from '../../step';
import { citationsOf } from './citations';
import { goalOf } from './goal';
import { type Missing, missingFor } from './missing';
import { resolveInputSchema } from './schema';
import { wordReply } from './word-reply';

const beyondAuthority = (minor: number): Missing => ({
  kind: 'decision',
  what: `a drafted reply promised ${formatMoney({ minor, currency: 'USD' }, 'en-US')}, more than a rep may give alone: an escalation lead decides, before the amount is named`,
});

/** What to do next and what to say. Rules set the goal; the engine words it; below the policy's confidence the rep is told what is missing instead. */
export const draftResolution: Step<typeof resolveInputSchema, typeof resolutionSchema> = {
  id: 'resolve',
  input: resolveInputSchema,
  output: resolutionSchema,
  async run(input, ports, options) {
    const { utterances, triage, retrieval, facts, steps } = input;
    const { guardrails, agents, knowledge, tools } = ports.policies;
    const { goal, question } = goalOf(input, ports);
    const passages = retrieval.passages.filter(
      (passage) => passage.relevance >= knowledge.relevance_threshold,
    );
    const request: ResolutionRequest = {
      utterances,
      language: triage.language,
      triage,
      passages,
      incidents: retrieval.incidents,
      facts,
      steps,
      goal,
      tone: {
        empathyFirst: triage.sentiment.score <= guardrails.tone.empathy_first.when_sentiment_below,
        voice: guardrails.tone.voice,
        avoid: guardrails.tone.avoid.map((rule) => rule.message),
      },
    };
    const { value: opinion, use } = await wordReply(request, ports, options);
    const { confidence, reply } = opinion;
    const said = { steps, reply, citations: citationsOf(opinion, passages, facts), confidence };
    const isSure = confidence === null || confidence >= agents.thresholds.resolution;
    const abstained = (missing: Missing): Resolution => ({ outcome: 'abstain', steps, missing });
    const missing = (): Missing =>
      missingFor(
        { ...request, passages: retrieval.passages },
        { relevance: knowledge.relevance_threshold, intent: agents.thresholds.intent },
        opinion.abstain !== null && utterances.some(({ role }) => role === 'rep'),
      );
    const outcome = (): Resolution => {
      const worded = reply.trim() !== '';
      const beyond = promisedBeyondAuthority(repAuthority(tools), reply, utterances);
      if (beyond !== null) return abstained(beyondAuthority(beyond));
      if (goal.do === 'hand-over' && worded) return { outcome: 'escalate', ...said };
      if (opinion.abstain !== null) {
        const named = missing();
        return abstained(opinion.abstain === '' ? named : { ...named, what: opinion.abstain });
      }
      // An engine without words must not take the other cues down with it.
      if (!worded)
        return abstained({ kind: 'decision', what: 'nothing is worded for this; answer yourself' });
      if (question) return { outcome: 'ask', field: question.field, ...said };
      return isSure ? { outcome: 'suggest', ...said } : abstained(missing());
    };
    return { value: outcome(), use };
  },
};
