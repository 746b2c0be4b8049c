import type { Category } from '../../domain/intent';
import type { Passage, Topic } from '../../domain/knowledge';

/** Topics that make sense for a contact of a category. General questions may be about anything but a fault. */
const TOPICS: Readonly<Record<Category, ReadonlySet<Topic>>> = {
  billing: new Set(['billing', 'payments', 'plans', 'returns', 'outages', 'visits', 'conduct']),
  technical: new Set([
    'internet',
    'wifi',
    'tv',
    'mobile',
    'devices',
    'outages',
    'visits',
    'repairs',
    'security',
  ]),
  account: new Set(['account', 'plans', 'security', 'billing', 'mobile', 'conduct']),
  shipping: new Set(['orders', 'returns']),
  returns: new Set(['returns', 'orders', 'payments', 'billing', 'devices']),
  general: new Set(['account', 'plans', 'billing', 'payments', 'orders', 'returns', 'conduct']),
};

/** Whether the topic of an article makes sense for a contact of a category. */
export const isTopicOf = (topic: Topic, category: Category): boolean => TOPICS[category].has(topic);

/** From here an article is about the question whatever its topic. */
const SURE = 0.8;

/** Whether a passage can be about such a contact: words alone also find gas in a question about a houseboat. */
export const suits = (
  { topic, relevance }: Pick<Passage, 'topic' | 'relevance'>,
  category: Category,
): boolean => relevance >= SURE || isTopicOf(topic, category);
