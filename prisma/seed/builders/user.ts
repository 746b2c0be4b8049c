import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';
import { hashPassword, newUser, type SeedUser } from '../people';
import { makeOrganisation } from './organisation';

/** A user, by default an enabled rep of the care team with a mail address of their own and the password `correct horse`. */
export const makeUser = async (
  prisma: PrismaClient,
  {
    password = 'correct horse',
    now = new Date(),
    ...partial
  }: Partial<Omit<SeedUser, 'id'>> & { password?: string; now?: Date } = {},
): Promise<SeedUser & { password: string }> => {
  await makeOrganisation(prisma);
  const email = partial.email ?? `${newId('usr')}@larkspur.example`;
  const user = newUser({ name: 'Robin Vance', role: 'rep', teamId: 'care', ...partial, email }, now);
  await prisma.user.create({ data: { ...user, passwordHash: await hashPassword(password), createdAt: now } });
  return { ...user, password };
};
