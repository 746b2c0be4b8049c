import { newId } from '../core/ids';
import type { CorrectionBody } from '../domain/correction';
import type { Tx } from './handle';

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

export type Override = Extract<CorrectionBody, { kind: 'override' }>;
