import { AppError } from '@/lib/core/errors';
import type { ActionOrigin } from '@/lib/domain/action';
import type { WriteTool } from '@/lib/domain/tool';
import type { Actor, UserActor } from '@/lib/domain/user';
import type { AuthorityHolder } from '@/lib/policies/tools-policy';

/** Who may ask for an action: a person, or a system with an API key, which has nobody behind it. */
export type Asker =
  | Pick<UserActor, 'kind' | 'id' | 'name' | 'role'>
  | Pick<Extract<Actor, { kind: 'service' }>, 'kind' | 'id' | 'name'>;

/** What somebody wants to have done. */
export interface Ask {
  asker: Asker;
  customerId: string;
  /** Null where a system asks outside any conversation. */
  conversationId: string | null;
  tool: WriteTool;
  params: Record<string, unknown>;
  origin: ActionOrigin;
  originId: string | null;
}

export const holderOf = (asker: Asker): AuthorityHolder => (asker.kind === 'user' ? asker.role : 'service');

/** Something that cannot be done as it was asked for; names every parameter that stands in the way. */
export const impossible = (problems: AppError['problems']): AppError => {
  const [first] = problems;
  return new AppError('invalid', first ? `${first.path}: ${first.message}` : 'cannot be done', {
    userMessage: first?.message ?? 'This cannot be done as it was asked for.',
    problems,
  });
};
