import { ensureClient } from '@/lib/db/generate';
import type { Stage } from './stage';

export const clientStage: Stage = {
  title: 'Database client',
  run: async (_launch, detail) => {
    detail('generating it from prisma/schema.prisma');
    await ensureClient();
  },
};
