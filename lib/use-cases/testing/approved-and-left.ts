import { randomUUID } from 'node:crypto';
import type { ActionPreview } from '@/lib/contracts/actions';
import { createAction } from '@/lib/db/actions';
import type { Tx } from '@/lib/db/handle';
import type { WriteTool } from '@/lib/domain/tool';
import type { UserActor } from '@/lib/domain/user';

/** An approved action that nobody has run, as a process leaves it that dies right after the approval. Returns its id. */
export const approvedAndLeft = (
  tx: Tx,
  { id, name }: UserActor,
  on: { customerId: string; conversationId: string },
  tool: WriteTool,
  { params, hash, effect }: Extract<ActionPreview, { is: 'possible' }>,
  at: Date,
  reversesId: string | null = null,
): Promise<string> =>
  createAction(tx, {
    customerId: on.customerId,
    conversationId: on.conversationId,
    tool,
    params,
    hash,
    effect,
    requestedById: id,
    requestedByName: name,
    requestKey: randomUUID(),
    origin: 'rep',
    originId: null,
    reversesId,
    state: 'approved',
    at,
  });
