import { newId } from '../core/ids';
import type { Prisma } from './generated/client';
import type { Db, Tx } from './handle';

export type LearntModel = 'cancel-risk';

const MODEL_LOCK = 730_113;

export interface ModelVersionRow {
  id: string;
  version: number;
  state: 'candidate' | 'live' | 'retired';
  rows: number;
  metrics: unknown;
  trainedAt: Date;
}

const FIELDS = { id: true, version: true, state: true, rows: true, metrics: true, trainedAt: true } as const;

type Stored = Omit<ModelVersionRow, 'state'> & { state: string };

const toRow = (row: Stored): ModelVersionRow => ({
  ...row,
  state: row.state === 'live' || row.state === 'candidate' ? row.state : 'retired',
});

/** Versions are numbered and put in force one at a time. */
const lockModels = (tx: Tx) => tx.$queryRaw`SELECT pg_advisory_xact_lock(${MODEL_LOCK})::text`;

/** The version in force; null while there is none. */
export const liveVersion = async (db: Db, model: LearntModel): Promise<ModelVersionRow | null> => {
  const row = await db.modelVersion.findFirst({ where: { model, state: 'live' }, select: FIELDS });
  return row && toRow(row);
};

/** A version by its number; without one, the newest. */
export const findVersion = async (
  db: Db,
  model: LearntModel,
  version?: number,
): Promise<ModelVersionRow | null> => {
  const row = await db.modelVersion.findFirst({
    where: { model, ...(version === undefined ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: FIELDS,
  });
  return row && toRow(row);
};

/** Weights as they were stored; whoever reads them parses them. */
export const weightsOf = async (db: Db, id: string): Promise<unknown> =>
  (await db.modelVersion.findUnique({ where: { id }, select: { weights: true } }))?.weights;

export interface NewVersion {
  model: LearntModel;
  rows: number;
  metrics: Prisma.InputJsonObject;
  weights: Prisma.InputJsonObject;
  trainedAt: Date;
}

/** Stores a candidate under the next number of its model. */
export const addCandidate = async (tx: Tx, version: NewVersion): Promise<ModelVersionRow> => {
  await lockModels(tx);
  const newest = await findVersion(tx, version.model);
  const row = await tx.modelVersion.create({
    data: {
      id: newId('mdl', version.trainedAt.getTime()),
      version: (newest?.version ?? 0) + 1,
      state: 'candidate',
      ...version,
    },
    select: FIELDS,
  });
  return toRow(row);
};

/** Puts a candidate in force and retires what was. Returns the retired version's number, or null; `false` when it is no candidate any more. */
export const putInForce = async (
  tx: Tx,
  model: LearntModel,
  id: string,
  at: Date,
): Promise<{ retired: number | null } | false> => {
  await lockModels(tx);
  const before = await liveVersion(tx, model);
  const { count } = await tx.modelVersion.updateMany({
    where: { id, model, state: 'candidate' },
    data: { state: 'live', liveAt: at },
  });
  if (count === 0) return false;
  if (before) await tx.modelVersion.update({ where: { id: before.id }, data: { state: 'retired' } });
  return { retired: before?.version ?? null };
};
