import { migrate } from '@/lib/db/migrate/migrate';
import type { Stage } from './stage';

export const migrationsStage: Stage = {
  title: 'Migrations',
  run: async ({ databaseUrl }, detail) => {
    detail('bringing the database up to this version');
    await migrate(databaseUrl);
  },
};
