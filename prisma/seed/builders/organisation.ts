import type { PrismaClient } from '@/lib/db/generated/client';
import { TEAMS } from '../people';
import { readQueues } from '../queues';

/** The teams and the queues of policies/queues.yaml, made once per database. */
export const makeOrganisation = async (prisma: PrismaClient): Promise<void> => {
  await prisma.team.createMany({ data: [...TEAMS], skipDuplicates: true });
  const queues = await readQueues();
  await prisma.queue.createMany({
    data: queues.map(({ id, title, team }) => ({ id, title, teamId: team })),
    skipDuplicates: true,
  });
};
