import type { NewFact } from '@/lib/contracts/memory';
import { AppError, notFound } from '@/lib/core/errors';
import { audit } from '@/lib/db/audit';
import {
  currentMemory,
  lockMemory,
  memoryVersions,
  removeMemory,
  writeMemory,
} from '@/lib/db/customer-memory';
import type { Tx } from '@/lib/db/handle';
import { MEMORY_LIMIT, type MemoryFact } from '@/lib/domain/memory';
import type { Actor } from '@/lib/domain/user';
import { readableText } from './readable-text';
import type { Services } from './services';

type Deps = Pick<Services, 'db' | 'clock'>;
type Author = Exclude<Actor, { kind: 'customer' }>;

/** Versions shown at once: years of corrections. */
const VERSIONS = 200;

export const memoryOf = (
  { db, clock }: Deps,
  customerId: string,
  versions: 'current' | 'all',
): Promise<MemoryFact[]> =>
  versions === 'all'
    ? memoryVersions(db, customerId, clock.now(), VERSIONS)
    : currentMemory(db, customerId, clock.now());

const invalid = (path: string, message: string): AppError =>
  new AppError('invalid', `${path}: ${message}`, { problems: [{ path, message }] });

/** No plan of ours reaches further, and some times are more than a database can hold. */
const LATEST = Date.UTC(2100, 0, 1);

const expiryOf = (at: string | null, now: Date): Date | null => {
  if (at === null) return null;
  const expiry = new Date(at);
  if (expiry <= now) throw invalid('expiresAt', 'is not in the future');
  if (expiry.getTime() > LATEST) throw invalid('expiresAt', 'is after 2100');
  return expiry;
};

/** A new key is one more to read; a correction is not. */
const leaveRoom = async (tx: Tx, customerId: string, key: string, now: Date): Promise<void> => {
  const facts = await currentMemory(tx, customerId, now);
  if (facts.length < MEMORY_LIMIT || facts.some((fact) => fact.key === key)) return;
  throw new AppError('conflict', `${MEMORY_LIMIT} facts stand already`, {
    userMessage: `${MEMORY_LIMIT} facts are remembered already: remove one first.`,
  });
};

/** Remembers a fact in place of what stood under its key, and puts who did so on record. Throws `not_found`, `invalid` or `conflict`. */
export const remember = async (
  { db, clock }: Deps,
  actor: Author,
  customerId: string,
  { key, ...given }: NewFact,
): Promise<{ fact: MemoryFact }> => {
  const at = clock.now();
  const value = readableText(given.value, 'value');
  const source = readableText(given.source, 'source');
  const expiresAt = expiryOf(given.expiresAt, at);
  return db.$transaction(async (tx) => {
    if (!(await lockMemory(tx, customerId))) throw notFound('Customer');
    await leaveRoom(tx, customerId, key, at);
    const fact = await writeMemory(tx, { customerId, key, value, source, author: actor, expiresAt, at });
    await audit(tx, { actor, action: 'remember', resource: customerId, detail: { id: fact.id, key }, at });
    return { fact };
  });
};

/** Takes a fact back. Throws `not_found` when none stands under the key. */
export const forget = async (
  { db, clock }: Deps,
  actor: Author,
  customerId: string,
  key: string,
): Promise<{ ok: true }> => {
  const now = clock.now();
  return db.$transaction(async (tx) => {
    if (!(await lockMemory(tx, customerId))) throw notFound('Customer');
    if (!(await removeMemory(tx, { customerId, key, by: actor.id, now }))) throw notFound('Fact');
    await audit(tx, { actor, action: 'forget', resource: customerId, detail: { key }, at: now });
    return { ok: true };
  });
};
