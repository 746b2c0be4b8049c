import type { PrismaClient } from '@/lib/db/generated/client';
import type { ServiceScope } from '@/lib/domain/user';
import { newApiKey } from '../api-key';

/** An API key that works; by default it may write messages. `key` is what a caller sends. */
export const makeApiKey = async (
  prisma: PrismaClient,
  {
    name = 'test',
    scopes = ['messages:write'],
    now = new Date(),
  }: { name?: string; scopes?: readonly ServiceScope[]; now?: Date } = {},
): Promise<{ id: string; key: string }> => {
  const { key, row } = newApiKey(name, scopes, now);
  await prisma.apiKey.create({ data: row });
  return { id: row.id, key };
};
