import type { Db } from './handle';

const DAY = 86_400_000;
/** Vectors that no article needed for this long are let go. */
const KEPT_DAYS = 30;

/** 32-bit floats as PostgreSQL keeps them: little-endian, which is how every processor Node runs on has them. */
const toBytes = (vector: Float32Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(vector.slice().buffer as ArrayBuffer);
const toVector = (bytes: Uint8Array): Float32Array => new Float32Array(bytes.slice().buffer);

/** Vectors of a model by content hash, of those that are known; they count as used now. */
export const loadVectors = async (
  db: Db,
  model: string,
  hashes: readonly string[],
  now: Date,
): Promise<Map<string, Float32Array>> => {
  const rows = await db.textVector.findMany({
    where: { model, hash: { in: [...hashes] } },
    select: { hash: true, vector: true },
  });
  // Once a day is enough to know what is in use; every start would write otherwise.
  await db.textVector.updateMany({
    where: { model, hash: { in: [...hashes] }, usedAt: { lt: new Date(now.getTime() - DAY) } },
    data: { usedAt: now },
  });
  return new Map(rows.map(({ hash, vector }) => [hash, toVector(vector)]));
};

/** Keeps vectors; another process may have been first with the same ones. */
export const storeVectors = async (
  db: Db,
  model: string,
  vectors: ReadonlyMap<string, Float32Array>,
  now: Date,
): Promise<void> => {
  await db.textVector.createMany({
    data: [...vectors].map(([hash, vector]) => ({ model, hash, vector: toBytes(vector), usedAt: now })),
    skipDuplicates: true,
  });
};

/** Forgets a model's vectors of any other dimension: the endpoint has changed what stands behind the name. */
export const forgetOtherDimensions = async (db: Db, model: string, dimensions: number): Promise<void> => {
  await db.$executeRaw`DELETE FROM text_vector WHERE model = ${model} AND octet_length(vector) <> ${4 * dimensions}`;
};

/** Forgets what no article has needed for a month: old wordings, and models that were changed for another. */
export const forgetUnused = async (db: Db, now: Date): Promise<void> => {
  await db.textVector.deleteMany({ where: { usedAt: { lt: new Date(now.getTime() - KEPT_DAYS * DAY) } } });
};
