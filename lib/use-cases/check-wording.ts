import type { Finding } from '@/lib/domain/guard';
import type { UserActor } from '@/lib/domain/user';
import { guardTyping } from '@/lib/rules/guard';
import { authorisedConversation } from './authorise';
import { guardContext } from './guard-context';
import { services } from './services';

/** What the guardrails say about what a rep is typing. */
export const checkWording = async (
  actor: UserActor,
  { params, body }: { params: { id: string }; body: { text: string } },
): Promise<{ findings: Finding[] }> => {
  const { db, policies } = await services();
  await authorisedConversation(db, actor, 'read', params.id);
  return {
    findings: guardTyping(policies.current().guardrails, await guardContext(db, params.id, body.text)),
  };
};
