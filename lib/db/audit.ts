import { hashOf } from '../core/hash';
import type { Actor } from '../domain/user';
import type { Prisma } from './generated/client';
import type { Tx } from './handle';

const AUDIT_LOCK = 730_109;

/** Who decided, as far as the chain keeps it. */
type Decider = Actor | Pick<Exclude<Actor, { kind: 'customer' }>, 'kind' | 'id'>;

export interface AuditedDecision {
  actor: Decider;
  action: string;
  resource: string;
  detail: Prisma.InputJsonObject;
  at: Date;
}

/** Adds a decision to the chain. Call it late in a transaction: the chain is one, so its lock is too. */
export const audit = async (
  tx: Tx,
  { actor, action, resource, detail, at }: AuditedDecision,
): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})::text`;
  const last = await tx.auditEntry.findFirst({ orderBy: { seq: 'desc' }, select: { hash: true } });
  const prevHash = last?.hash ?? '';
  const actorId = actor.kind === 'customer' ? actor.conversationId : actor.id;
  const row = { at, actorKind: actor.kind, actorId, action, resource, detail, prevHash };
  await tx.auditEntry.create({ data: { ...row, hash: hashOf({ ...row, at: at.toISOString() }) } });
};
