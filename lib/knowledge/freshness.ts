import { daysBetween } from '@/lib/core/clock';
import type { Article, Topic } from '@/lib/domain/knowledge';
import type { KnowledgePolicy } from '@/lib/policies/knowledge-policy';

export interface Freshness {
  /** Whole days since the owner last confirmed it; 0 for one dated ahead of the clock. */
  ageDays: number;
  /** Older than its topic allows and likely to change. */
  stale: boolean;
}

/** Signs in a text that the world can overtake it. */
const CHANGEABLE: readonly { sign: string; pattern: RegExp }[] = [
  { sign: 'price', pattern: /[$€£]\s?\d|\b\d+(?:\.\d\d)? ?(?:dollars|euros|usd|eur)\b/i },
  { sign: 'percentage', pattern: /\d ?%|\bper cent\b|\bpercent\b/i },
  { sign: 'fee', pattern: /\b(?:price|prices|priced|fee|fees|discount|promotion|promotional)\b/i },
  {
    sign: 'date',
    pattern:
      /\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:19|20)\d\d\b/i,
  },
  {
    sign: 'term',
    pattern:
      /\b\d+(?:st|nd|rd|th)? (?:business |working |calendar )?(?:day|days|week|weeks|month|months|year|years)\b|\b\d+-(?:day|month|year)\b/i,
  },
  { sign: 'hours', pattern: /\b\d{1,2}(?::\d\d)? ?(?:am|pm)\b/i },
  { sign: 'version', pattern: /\b(?:version|firmware|release|update) v?\d|\bv\d+\.\d/i },
  {
    sign: 'menu',
    pattern:
      /\b(?:[Uu]nder|[Tt]ap|[Cc]lick|[Ss]elect|[Oo]pen) (?:the )?[A-Z][a-z]|\b(?:menu|tab|settings)\b|[a-z] ?> ?[A-Z]/,
  },
  { sign: 'contact', pattern: /\b\d{3}[-. ]\d{4}\b|@[a-z0-9-]+\.[a-z]/i },
];

/** What in a text may be overtaken: price, percentage, fee, date, term, hours, version, menu, contact. Empty for what stays true. */
export const changeSigns = (text: string): string[] =>
  CHANGEABLE.filter(({ pattern }) => pattern.test(text)).map(({ sign }) => sign);

interface Dated {
  topic: Topic;
  reviewedAt: Date;
}

/** Freshness of one text of an article; a topic the policy does not name never goes stale. */
export const textFreshness = (text: string, of: Dated, policy: KnowledgePolicy, now: Date): Freshness => {
  const ageDays = Math.max(0, daysBetween(of.reviewedAt, now));
  const allowed = policy.stale_after_days[of.topic];
  return { ageDays, stale: allowed !== undefined && ageDays > allowed && changeSigns(text).length > 0 };
};

/** Freshness of a whole article: stale when any fact or step of it is. */
export const freshness = (article: Article, policy: KnowledgePolicy, now: Date): Freshness => {
  const texts = [...article.facts, ...article.steps.flatMap((step) => [step.do, step.say ?? ''])];
  const stale = texts.some((text) => textFreshness(text, article, policy, now).stale);
  return { ...textFreshness('', article, policy, now), stale };
};
