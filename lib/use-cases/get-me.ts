import type { Me } from '@/lib/contracts/people';
import type { UserActor } from '@/lib/domain/user';

/** Who is signed in. */
export const getMe = async ({ id, name, role, teamId }: UserActor): Promise<Me> => ({
  id,
  name,
  role,
  teamId,
});
