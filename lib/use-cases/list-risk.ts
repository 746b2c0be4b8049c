import type { CallBacks, RiskAreas } from '@/lib/contracts/risk';
import type { Db } from '@/lib/db/handle';
import { riskByArea as byArea, listCallBacks as callBacks, newestScores } from '@/lib/db/risk-scores';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { riskInForce, versionName } from './cancel-risk';
import { scopeOf } from './scope-of';
import { services } from './services';

type Standing = { is: 'scored'; on: string; version: string } | { is: 'abstained'; because: string };

const standing = async (db: Db): Promise<Standing> => {
  const newest = await newestScores(db, 'cancel-risk');
  if (newest) return { is: 'scored', on: newest.on, version: versionName(newest.version) };
  const model = await riskInForce(db);
  return {
    is: 'abstained',
    because: model.is === 'none' ? model.because : 'Nobody was scored yet: that is done every morning at 6.',
  };
};

/** Cancel risk and what waits, by area. */
export const listRiskAreas = async (actor: UserActor): Promise<RiskAreas> => {
  authorise(actor, 'list', { kind: 'risk' });
  const { db, clock } = await services();
  const now = await standing(db);
  return now.is === 'abstained' ? now : { ...now, areas: await byArea(db, now.on, clock.now()) };
};

/** Whom to ring first, why, and what they last wrote as far as the actor may see it. */
export const listCallBacks = async (
  actor: UserActor,
  { query }: { query: { limit: number } },
): Promise<CallBacks> => {
  authorise(actor, 'list', { kind: 'risk' });
  const { db, clock } = await services();
  const now = await standing(db);
  if (now.is === 'abstained') return now;
  return {
    ...now,
    customers: await callBacks(db, scopeOf(actor), { on: now.on, now: clock.now(), limit: query.limit }),
  };
};
