import { services } from '@/lib/use-cases/services';

/** Whether nothing is under way: no run, no approved action. */
export const isSettled = async (): Promise<boolean> => {
  const { db } = await services();
  const runs = await db.run.count({ where: { state: { in: ['queued', 'running'] } } });
  return runs === 0 && (await db.action.count({ where: { state: 'approved' } })) === 0;
};
