import { newId } from '../core/ids';
import type { CorrectionBody } from '../domain/correction';
import type { Db, Tx } from './handle';

export interface NewCorrection {
  conversationId: string;
  cueId: string | null;
  runId: string | null;
  actorId: string;
  body: CorrectionBody;
  reason: string | null;
  at: Date;
}

/** Stores a correction with the version that made what was corrected, looked up from its run. */
export const recordCorrection = async (tx: Tx, correction: NewCorrection): Promise<void> => {
  const run = correction.runId
    ? await tx.run.findUnique({ where: { id: correction.runId }, select: { agentVersionId: true } })
    : null;
  const { body, ...rest } = correction;
  await tx.correction.create({
    data: { id: newId('cor'), ...rest, agentVersionId: run?.agentVersionId ?? null, kind: body.kind, body },
  });
};

type Override = Extract<CorrectionBody, { kind: 'override' }>;

/** What people overrode in a conversation, oldest first. */
export const overridesOf = async (db: Db, conversationId: string): Promise<Override[]> => {
  const rows = await db.correction.findMany({
    where: { conversationId, kind: 'override' },
    orderBy: { at: 'asc' },
    select: { body: true },
  });
  return rows.map((row) => row.body as Override);
};
