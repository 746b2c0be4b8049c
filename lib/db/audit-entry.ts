import { hashOf } from '../core/hash';
import type { AuditEntry } from './generated/client';

/** The key in `installation` of where the chain ends: the number and the hash of its newest entry. */
export const CHAIN_END = 'audit';

type Contents = Omit<AuditEntry, 'seq' | 'hash'>;

const plain = ({ at, actorKind, actorId, action, resource, detail, prevHash }: Contents) => ({
  at: at.toISOString(),
  actorKind,
  actorId,
  action,
  resource,
  detail,
  prevHash,
});

/** What an entry's hash is made of: its number and everything it says, the hash of the entry before it included. */
export const hashOfEntry = (entry: Omit<AuditEntry, 'hash'>): string =>
  hashOf({ ...plain(entry), seq: String(entry.seq) });

/** The first entries of older databases: their hash leaves their number out. */
export const hashOfUnnumbered = (entry: Contents): string => hashOf(plain(entry));
