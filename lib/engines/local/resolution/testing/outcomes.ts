import { repAuthority } from '@/lib/assist/facts/authority';
import { playbookOf } from '@/lib/assist/facts/playbook';
import { situationOf } from '@/lib/assist/facts/situation';
import type { PipelineInput, Ports } from '@/lib/assist/ports';
import { retrieveKnowledge } from '@/lib/assist/steps/retrieve-knowledge/step';
import { triageConversation } from '@/lib/assist/steps/triage-conversation/step';
import { utterancesOf } from '@/lib/domain/conversation';
import { draftAnswer } from '../answer';
import type { Support } from '../confidence';

/** An answer that was drafted: what it stood on, and whether an article that answers the question was used. */
export interface Outcome {
  text: string;
  support: Support;
  right: boolean;
}

const options = { signal: new AbortController().signal };

/** Drafts an answer to a question as the product would, and judges it; null when nothing was drafted or no article was used. */
export const outcomeOf = async (
  input: PipelineInput,
  answeredBy: readonly string[],
  ports: Ports,
): Promise<Outcome | null> => {
  const { account, incidents, channel, turns } = input;
  const utterances = utterancesOf(turns);
  const [triage, retrieval] = await Promise.all([
    triageConversation
      .run(
        { utterances, turns, account, incidents, channel, escalated: false, overrides: {} },
        ports,
        options,
      )
      .then(({ value }) => value),
    retrieveKnowledge
      .run({ utterances, account, incidents, intent: undefined }, ports, options)
      .then(({ value }) => value),
  ]);
  const { facts } = situationOf(input, triage, retrieval);
  const threshold = ports.policies.knowledge.relevance_threshold;
  const passages = retrieval.passages.filter(({ relevance }) => relevance >= threshold);
  const steps = playbookOf(
    retrieval.passages,
    { threshold, category: triage.intent.category, authority: repAuthority(ports.policies.tools) },
    ports.knowledge,
    facts,
  );
  const { parts, support } = draftAnswer({
    utterances,
    language: triage.language,
    triage,
    passages,
    incidents: retrieval.incidents,
    facts,
    steps,
    goal: { do: 'answer' },
    tone: { empathyFirst: false, voice: '', avoid: [] },
  });
  if (parts.length === 0 || support === null) return null;
  const used = parts.flatMap(({ passage }) => (passage ? [passages[passage - 1]?.articleId ?? ''] : []));
  // What only the account or an incident answers cites no article to judge it by.
  if (used.length === 0) return null;
  return {
    text: utterances.at(-1)?.text ?? '',
    support,
    right: used.some((articleId) => answeredBy.includes(articleId)),
  };
};
