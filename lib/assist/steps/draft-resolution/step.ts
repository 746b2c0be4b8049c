import { type Resolution, resolutionSchema } from '../../../domain/resolution';
import type { Step } from '../../step';
import { citationsOf } from './citations';
import { goalOf, nextQuestion } from './goal';
import { resolveInputSchema } from './schema';

/** What to do next and what to say. Rules set the goal; the engine words it; below the policy's confidence the rep is told what is missing instead. */
export const draftResolution: Step<typeof resolveInputSchema, typeof resolutionSchema> = {
  id: 'resolve',
  input: resolveInputSchema,
  output: resolutionSchema,
  async run(input, ports, options) {
    const { utterances, triage, retrieval, facts, steps } = input;
    const { guardrails, agents, knowledge } = ports.policies;
    const goal = goalOf(input);
    const passages = retrieval.passages.filter(
      (passage) => passage.relevance >= knowledge.relevance_threshold,
    );
    const { value: opinion, use } = await ports.draftResolution(
      {
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
      },
      options,
    );
    const { confidence } = opinion;
    const citations = citationsOf(opinion, passages, facts);
    const said = { steps, reply: opinion.reply, citations, confidence };
    const outcome = (): Resolution => {
      const worded = opinion.reply.trim() !== '';
      if (goal.do === 'hand-over' && worded) return { outcome: 'escalate', ...said };
      if (opinion.abstain !== null)
        return { outcome: 'abstain', steps, missing: { kind: 'knowledge', what: opinion.abstain } };
      // An engine without words must not take the other cues down with it.
      if (!worded)
        return {
          outcome: 'abstain',
          steps,
          missing: { kind: 'decision', what: 'Nothing is worded for this; answer yourself' },
        };
      const question = nextQuestion(input);
      if (goal.do === 'ask' && question) return { outcome: 'ask', field: question.field, ...said };
      if (confidence >= agents.thresholds.resolution) return { outcome: 'suggest', ...said };
      return {
        outcome: 'abstain',
        steps,
        missing:
          passages.length === 0
            ? {
                kind: 'knowledge',
                what: `No article answers “${triage.intent.title.toLowerCase()}” for this question`,
              }
            : {
                kind: 'decision',
                what: 'The articles found may not be about this; pick the one that fits, or answer yourself',
              },
      };
    };
    return { value: outcome(), use };
  },
};
