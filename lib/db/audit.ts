import type { Actor } from '../domain/user';
import { CHAIN_END, hashOfEntry } from './audit-entry';
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

/** The next entry's number, and the hash it goes on from. The chain must be held. */
const nextPlace = async (tx: Tx): Promise<{ seq: bigint; prevHash: string }> => {
  const [place] = await tx.$queryRaw<{ seq: bigint; prevHash: string }[]>`
    SELECT nextval(pg_get_serial_sequence('audit_entry', 'seq')) AS seq,
      coalesce((SELECT value->>'hash' FROM installation WHERE key = ${CHAIN_END}),
        (SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1), '') AS "prevHash"`;
  if (!place) throw new RangeError('the audit chain has no next number');
  return place;
};

/**
 * Adds a decision to the chain. Call it late in a transaction: the chain is one, so its lock is too. Where the chain ends is kept beside it,
 * and an entry goes on from there: one that was cut off is missed for good.
 */
export const audit = async (
  tx: Tx,
  { actor, action, resource, detail, at }: AuditedDecision,
): Promise<void> => {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${AUDIT_LOCK})::text`;
  const { seq, prevHash } = await nextPlace(tx);
  const actorId = actor.kind === 'customer' ? actor.conversationId : actor.id;
  // As it is read back: what JSON does not keep is no part of the hash.
  const kept = JSON.stringify(detail);
  const entry = { seq, at, actorKind: actor.kind, actorId, action, resource, prevHash };
  const hash = hashOfEntry({ ...entry, detail: JSON.parse(kept) as Prisma.JsonObject });
  await tx.$executeRaw`
    WITH entry AS (
      INSERT INTO audit_entry (seq, at, actor_kind, actor_id, action, resource, detail, prev_hash, hash)
      VALUES (${seq}, ${at}, ${actor.kind}, ${actorId}, ${action}, ${resource}, ${kept}::jsonb, ${prevHash}, ${hash}))
    INSERT INTO installation (key, value, at) VALUES (${CHAIN_END}, jsonb_build_object('seq', ${String(seq)}::text, 'hash', ${hash}::text), ${at})
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`;
};
