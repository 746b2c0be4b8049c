import { formatMoney } from '../../core/money';
import type { AccountFact } from '../../domain/customer';
import type { Category } from '../../domain/intent';
import type { Passage } from '../../domain/knowledge';
import type { PlaybookStep } from '../../domain/resolution';
import type { KnowledgePort } from '../../knowledge/port';
import { fillSlots } from '../../knowledge/slots';
import { beyondAuthority, type RepAuthority } from './authority';
import { suits } from './suits';

/** At most this many steps: keys 1 to 5 tick them, and more is not read while someone is talking. */
const MOST_STEPS = 5;
/** What customers may be told comes first when it is this close to the best: the reply cites it, and its steps belong to the reply. */
const CLOSE = 0.6;

const inOrder = (passages: readonly Passage[]): Passage[] => {
  const best = passages[0]?.relevance ?? 0;
  const leads = ({ audience, relevance }: Passage): boolean =>
    audience === 'public' && relevance >= CLOSE * best;
  return [...passages.filter(leads), ...passages.filter((passage) => !leads(passage))];
};

/**
 * The steps of the best article that has any and suits the contact, with this account's facts in them. Wording that would give more
 * than a rep may give is left out, and the step says whom to ask first.
 */
export const playbookOf = (
  passages: readonly Passage[],
  { threshold, category, authority }: { threshold: number; category: Category; authority: RepAuthority },
  knowledge: Pick<KnowledgePort, 'procedure'>,
  facts: readonly AccountFact[],
): PlaybookStep[] => {
  const known = new Map(facts.map((fact) => [fact.key, fact.value]));
  const usable = passages.filter((passage) => passage.relevance >= threshold && suits(passage, category));
  for (const passage of inOrder(usable)) {
    const steps = knowledge.procedure(passage.articleId);
    if (steps.length === 0) continue;
    return steps.slice(0, MOST_STEPS).map((step, index) => {
      const say = step.say === null ? null : fillSlots(step.say, known).text;
      const beyond = beyondAuthority(authority, step.tool, say);
      const money = (minor: number): string => formatMoney({ minor, currency: 'USD' }, 'en-US');
      return {
        id: `${passage.articleId}.${index + 1}`,
        phase: step.phase,
        do:
          beyond === null
            ? step.do
            : `${step.do} ${money(beyond.amount)} is above your ${money(beyond.limit)}: ask a lead before you name it.`,
        say: beyond === null ? say : null,
        tool: step.tool,
        source: passage.articleId,
        done: null,
      };
    });
  }
  return [];
};
