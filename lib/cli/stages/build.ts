import { ensureBuild } from '../next-build';
import type { Stage } from './stage';

export const buildStage: Stage = {
  title: 'Build',
  run: async ({ shutdown }, detail) => {
    await ensureBuild({ shutdown }, detail);
  },
};
