import type { Db } from './handle';

export interface StoredDraft {
  text: string;
  cueId: string | null;
}

export const findDraft = async (db: Db, conversationId: string, userId: string): Promise<StoredDraft> =>
  (await db.draft.findUnique({
    where: { conversationId_userId: { conversationId, userId } },
    select: { text: true, cueId: true },
  })) ?? { text: '', cueId: null };

/** Keeps a draft; an empty one is forgotten. */
export const saveDraft = async (
  db: Db,
  conversationId: string,
  userId: string,
  draft: StoredDraft,
): Promise<void> => {
  if (draft.text === '') await db.draft.deleteMany({ where: { conversationId, userId } });
  else
    await db.draft.upsert({
      where: { conversationId_userId: { conversationId, userId } },
      create: { conversationId, userId, ...draft },
      update: draft,
    });
};
