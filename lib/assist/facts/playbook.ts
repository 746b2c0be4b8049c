import type { AccountFact } from '../../domain/customer';
import type { Passage } from '../../domain/knowledge';
import type { PlaybookStep } from '../../domain/resolution';
import type { KnowledgePort } from '../../knowledge/port';
import { fillSlots } from '../../knowledge/slots';

/** At most this many steps: keys 1 to 5 tick them, and more is not read while someone is talking. */
const MOST_STEPS = 5;

/** The steps of the best article that has any, with this account's facts in them. */
export const playbookOf = (
  passages: readonly Passage[],
  threshold: number,
  knowledge: KnowledgePort,
  facts: readonly AccountFact[],
): PlaybookStep[] => {
  const known = new Map(facts.map((fact) => [fact.key, fact.value]));
  for (const passage of passages) {
    if (passage.relevance < threshold) break;
    const steps = knowledge.procedure(passage.articleId);
    if (steps.length === 0) continue;
    return steps.slice(0, MOST_STEPS).map((step, index) => ({
      id: `${passage.articleId}.${index + 1}`,
      phase: step.phase,
      do: step.do,
      say: step.say === null ? null : fillSlots(step.say, known).text,
      tool: step.tool,
      source: passage.articleId,
      done: null,
    }));
  }
  return [];
};
