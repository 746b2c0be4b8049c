import { listGaps } from '@/lib/db/knowledge-gaps';
import type { IntentId } from '@/lib/domain/intent';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { scopeOf } from './scope-of';
import { services } from './services';

interface Input {
  query: { intent?: IntentId | undefined; limit: number };
}

/** Questions no article answers, the most frequent first. Whose conversations they came up in is shown as far as the actor may see them. */
export const listKnowledgeGaps = async (actor: UserActor, { query }: Input) => {
  authorise(actor, 'list', { kind: 'knowledge' });
  const { db } = await services();
  return {
    gaps: await listGaps(db, scopeOf(actor), { intent: query.intent, limit: query.limit }),
  };
};
