import type { WrapUpDraft } from '../domain/wrap-up';
import type { Db, Tx } from './handle';

export interface StoredWrapUp {
  draft: WrapUpDraft;
  startedAt: Date;
  finishedAt: Date | null;
}

export const findWrapUp = async (db: Db, conversationId: string): Promise<StoredWrapUp | null> => {
  const row = await db.wrapUp.findUnique({ where: { conversationId } });
  return row && { draft: row.draft as WrapUpDraft, startedAt: row.startedAt, finishedAt: row.finishedAt };
};

/** Starts a wrap-up with its draft. A conversation that was opened again and ends again is wrapped up anew. */
export const startWrapUp = async (
  tx: Tx,
  conversationId: string,
  draft: WrapUpDraft,
  at: Date,
): Promise<void> => {
  const anew = { draft, startedAt: at, finishedAt: null, finishedById: null };
  await tx.wrapUp.upsert({
    where: { conversationId },
    create: { conversationId, disposition: [], ...anew },
    update: anew,
  });
};

export const finishWrapUp = async (
  tx: Tx,
  conversationId: string,
  filed: WrapUpDraft,
  byId: string,
  at: Date,
): Promise<void> => {
  await tx.wrapUp.update({
    where: { conversationId },
    data: {
      disposition: filed.disposition,
      notes: filed.notes,
      followUp: filed.followUp,
      finishedAt: at,
      finishedById: byId,
    },
  });
};
