import type { Standing } from '@/lib/assist/track';
import { currentCues } from '@/lib/db/cues';
import type { Db } from '@/lib/db/handle';
import type { CuePayload } from '@/lib/domain/cue';

/**
 * What the last cues of a conversation say. Null before the first, and when the customer has written since they were made: a reply that
 * came faster than the cues must not leave that message unread.
 */
export const standingOf = async (db: Db, conversationId: string): Promise<Standing | null> => {
  const cues = await currentCues(db, conversationId);
  const payload = <Kind extends CuePayload['kind']>(kind: Kind) =>
    cues
      .map((cue) => cue.payload)
      .find((found): found is Extract<CuePayload, { kind: Kind }> => found.kind === kind);
  const [triage, passages, resolution] = [payload('triage'), payload('passages'), payload('resolution')];
  const triaged = cues.find((cue) => cue.payload.kind === 'triage');
  if (!triaged || !triage || !passages || !resolution) return null;
  const [run, newest] = await Promise.all([
    db.run.findUniqueOrThrow({ where: { id: triaged.runId }, select: { turnSeq: true } }),
    db.turn.aggregate({ where: { conversationId, role: 'customer', kind: 'message' }, _max: { seq: true } }),
  ]);
  if (run.turnSeq < (newest._max.seq ?? 0)) return null;
  return { triage: triage.triage, retrieval: passages.retrieval, resolution: resolution.resolution };
};
