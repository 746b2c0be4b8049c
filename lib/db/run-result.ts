import type { Cue } from '../domain/cue';
import type { HandoffPacket } from '../domain/handoff';
import type { StepRecord } from '../domain/run';
import {
  type ConversationRow,
  type FoundConversation,
  readingConversation,
  recordingTriage,
  type Triaged,
  toFound,
} from './conversations';
import { storingCues } from './cues';
import { storingPacket } from './escalations';
import { Prisma } from './generated/client';
import type { Tx } from './handle';
import { type ClaimedRun, finishing, type RunEnd, storingSteps } from './runs';

/** What a run found. */
export interface RunResult {
  /** Those that are not stored yet. */
  steps: StepRecord[];
  cues: readonly Cue[];
  packet: HandoffPacket | null;
  triaged: Triaged | null;
  end: RunEnd;
}

/**
 * Stores all of it with one statement, because every run ends with it while others wait for its conversation. Answers how the
 * conversation stands then; null when it is gone. Only for who holds the run (`holdRun`).
 */
export const storeResult = async (
  tx: Tx,
  run: ClaimedRun,
  { steps, cues, packet, triaged, end }: RunResult,
  at: Date,
): Promise<FoundConversation | null> => {
  const parts = [
    Prisma.sql`finished AS (${finishing(run, end)})`,
    ...(steps.length > 0 ? [Prisma.sql`steps AS (${storingSteps(run.id, steps)})`] : []),
    ...(cues.length > 0 ? [storingCues(run, cues)] : []),
    ...(packet ? [storingPacket(run, packet, at)] : []),
  ];
  const ending = triaged
    ? recordingTriage(run.conversationId, triaged)
    : readingConversation(run.conversationId);
  const [row] = await tx.$queryRaw<ConversationRow[]>`WITH ${Prisma.join(parts)} ${ending}`;
  return row ? toFound(row) : null;
};
