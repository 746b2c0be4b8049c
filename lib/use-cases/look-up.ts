import type { z } from 'zod';
import { readParams } from '@/lib/actions/read-params';
import { READING } from '@/lib/actions/tools';
import { houseSystems } from '@/lib/connectors/house/systems';
import type { lookUp as contract } from '@/lib/contracts/actions';
import type { UserActor } from '@/lib/domain/user';
import { targetOf } from './actions/look-at';
import { problemsOf } from './actions/problems-of';
import { authorisedConversation } from './authorise';
import { services } from './services';

/** Looks something up about the account of a conversation's customer. */
export const lookUp = async (
  actor: UserActor,
  { params: { id }, body }: { params: { id: string }; body: z.output<typeof contract.body> },
): Promise<z.input<typeof contract.response>> => {
  const deps = await services();
  const { conversation } = await authorisedConversation(deps.db, actor, 'read', id);
  const tool = READING[body.tool];
  const parsed = readParams(tool, body.params);
  if (!parsed.success) return { is: 'impossible', problems: problemsOf(parsed.error.issues) };
  return deps.db.$transaction(async (tx) =>
    tool.read(houseSystems(tx), await targetOf(tx, deps, conversation.customerId), parsed.data),
  );
};
