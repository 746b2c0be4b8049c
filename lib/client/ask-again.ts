import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Has something asked again, and an answer that is still on its way thrown away: it may say how things were before. Invalidating alone
 * lets a first answer come in and takes it for a fresh one.
 */
export const askAgain = async (client: QueryClient, queryKey: QueryKey): Promise<void> => {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
};
