import type { Conversation } from '@/lib/domain/conversation';
import type { Finding } from '@/lib/domain/guard';
import type { UserActor } from '@/lib/domain/user';
import { guardTyping } from '@/lib/rules/guard';
import { authorisedConversation } from './authorise';
import { loadSurroundings, type Surroundings, wordingIn } from './guard-context';
import { type Services, services } from './services';

/** How long surroundings count as current while a rep types, unless a turn is added; sending checks against what is stored then. */
const CURRENT_MS = 3_000;
/** Conversations whose surroundings are kept. */
const KEPT = 200;

interface Kept {
  turnCount: number;
  until: number;
  surroundings: Promise<Surroundings>;
}

const kept = new Map<string, Kept>();

/** Surroundings of a conversation, loaded once for what is typed within moments of each other. */
const surroundingsOf = ({ db, clock }: Services, conversation: Conversation): Promise<Surroundings> => {
  const { id, turnCount } = conversation;
  const now = clock.now().getTime();
  const before = kept.get(id);
  if (before?.turnCount === turnCount && now < before.until) return before.surroundings;
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? id);
  const surroundings = loadSurroundings(db, conversation);
  const entry = { turnCount, until: now + CURRENT_MS, surroundings };
  kept.delete(id);
  kept.set(id, entry);
  surroundings.catch(() => {
    if (kept.get(id) === entry) kept.delete(id);
  });
  return surroundings;
};

/** What the guardrails say about what a rep is typing. Asked again within seconds, only who may ask is read anew. */
export const checkWording = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { text: string } },
): Promise<{ findings: Finding[] }> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'read', params.id);
  const surroundings = await surroundingsOf(deps, conversation);
  return { findings: guardTyping(deps.policies.current().guardrails, wordingIn(surroundings, body.text)) };
};
