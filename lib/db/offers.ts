import { newId } from '../core/ids';
import type { DecidedOffer, OfferAnswer, OfferKind, OfferResponse } from '../domain/offer';
import type { Prisma } from './generated/client';
import type { Db, Tx } from './handle';
import { holdCustomer } from './house/locks';

interface Row {
  id: string;
  offerId: string;
  kind: string;
  response: string;
  reason: string | null;
  actorName: string;
  presentedAt: Date;
  answeredAt: Date | null;
  actionId: string | null;
}

const toResponse = (row: Row): OfferResponse => ({
  id: row.id,
  offerId: row.offerId,
  kind: row.kind as OfferKind,
  response: row.response as OfferResponse['response'],
  reason: row.reason,
  actorName: row.actorName,
  presentedAt: row.presentedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  actionId: row.actionId,
});

/** Everything a customer was offered, newest first: in one conversation, and in all others. */
export const responsesOf = async (
  db: Db,
  customerId: string,
  conversationId: string | null,
): Promise<{ here: OfferResponse[]; before: OfferResponse[] }> => {
  const rows = await db.offerResponse.findMany({
    where: { customerId },
    orderBy: [{ presentedAt: 'desc' }, { id: 'desc' }],
    take: 200,
  });
  const here = rows.filter((row) => row.conversationId === conversationId);
  return { here: here.map(toResponse), before: rows.filter((row) => !here.includes(row)).map(toResponse) };
};

/**
 * Holds what a customer is offered and what a person offers until the transaction ends: how often is too often is counted over all
 * conversations, one offer after another. Always in this order, after the conversation.
 */
export const holdOffers = async (tx: Tx, customerId: string, actorId: string): Promise<void> => {
  await holdCustomer(tx, customerId);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`offers ${actorId}`}, 0))::text`;
};

/** How many offers somebody put before customers since a moment; the one that `except` names does not count. */
export const presentedBy = (
  db: Db,
  actorId: string,
  since: Date,
  except: { conversationId: string; offerId: string | undefined },
): Promise<number> =>
  db.offerResponse.count({
    where: {
      actorId,
      presentedAt: { gte: since },
      ...(except.offerId === undefined
        ? {}
        : { NOT: { conversationId: except.conversationId, offerId: except.offerId } }),
    },
  });

/** How often each offer was accepted since a moment. */
export const acceptedSince = async (db: Db, since: Date): Promise<Record<string, number>> => {
  const rows = await db.offerResponse.groupBy({
    by: ['offerId'],
    where: { response: 'accepted', answeredAt: { gte: since } },
    _count: true,
  });
  return Object.fromEntries(rows.map(({ offerId, _count }) => [offerId, _count]));
};

/** Outages that are over, of the area and the services of a customer, begun since a moment. */
export const outagesSince = async (
  db: Db,
  customerId: string,
  since: Date,
  now: Date,
): Promise<{ startedAt: string; restoreAt: string | null }[]> => {
  const rows = await db.$queryRaw<{ started_at: Date; ended_at: Date }[]>`
    SELECT n.started_at, coalesce(n.resolved_at, n.restore_at) AS ended_at FROM incident n JOIN customer k ON k.id = ${customerId}
    WHERE n.kind = 'outage' AND (n.area IS NULL OR n.area = k.area) AND n.started_at > ${since}
      AND coalesce(n.resolved_at, n.restore_at) <= ${now}
      AND EXISTS (SELECT FROM service s WHERE s.customer_id = k.id AND s.kind = ANY (n.affects))`;
  return rows.map(({ started_at, ended_at }) => ({
    startedAt: started_at.toISOString(),
    restoreAt: ended_at.toISOString(),
  }));
};

export interface Presented {
  conversationId: string;
  customerId: string;
  policyHash: string;
  /** Facts the clauses were held against, and every offer as it was decided. */
  facts: unknown;
  decided: readonly DecidedOffer[];
  offer: Pick<DecidedOffer, 'id' | 'kind'>;
  actor: { id: string; name: string };
  at: Date;
}

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/**
 * Records what was decided and which offer was put before the customer. Null when it was made in this conversation before, or when it
 * would be a second attempt to keep them: the database allows one.
 */
export const recordPresented = async (
  tx: Tx,
  { conversationId, customerId, policyHash, facts, decided, offer, actor, at }: Presented,
): Promise<OfferResponse | null> => {
  const decisionId = newId('odc', at.getTime());
  await tx.offerDecision.create({
    data: {
      id: decisionId,
      conversationId,
      customerId,
      policyHash,
      facts: json(facts),
      offers: json(decided),
      at,
    },
  });
  const { count } = await tx.offerResponse.createMany({
    data: [
      {
        id: newId('ofr', at.getTime()),
        decisionId,
        offerId: offer.id,
        kind: offer.kind,
        conversationId,
        customerId,
        response: 'presented',
        actorId: actor.id,
        actorName: actor.name,
        presentedAt: at,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  const row = await tx.offerResponse.findUniqueOrThrow({
    where: { conversationId_offerId: { conversationId, offerId: offer.id } },
  });
  return toResponse(row);
};

/** An offer made in a conversation; null when it was not. */
export const findResponse = async (
  db: Db,
  conversationId: string,
  offerId: string,
): Promise<OfferResponse | null> => {
  const row = await db.offerResponse.findUnique({
    where: { conversationId_offerId: { conversationId, offerId } },
  });
  return row && toResponse(row);
};

/** What an offer cost when it was made, in cents, by its response or by the action that carries it out: policies may be edited since. */
export const costWhenMade = async (db: Db, of: { id: string } | { actionId: string }): Promise<number> => {
  const { offerId, decision } = await db.offerResponse.findFirstOrThrow({
    where: of,
    select: { offerId: true, decision: { select: { offers: true } } },
  });
  const decided = decision.offers as unknown as DecidedOffer[];
  return decided.find(({ id }) => id === offerId)?.cost.minor ?? 0;
};

/** Records what the customer said, once: null when they had answered before. */
export const recordAnswer = async (
  tx: Tx,
  id: string,
  answer: { response: OfferAnswer; reason: string | null; actionId: string | null; at: Date },
): Promise<OfferResponse | null> => {
  const { count } = await tx.offerResponse.updateMany({
    where: { id, response: 'presented' },
    data: {
      response: answer.response,
      reason: answer.reason,
      actionId: answer.actionId,
      answeredAt: answer.at,
    },
  });
  if (count === 0) return null;
  return toResponse(await tx.offerResponse.findUniqueOrThrow({ where: { id } }));
};

/** Offers that a conversation ended without an answer to. */
export const ignoreUnanswered = async (tx: Tx, conversationId: string, at: Date): Promise<void> => {
  await tx.offerResponse.updateMany({
    where: { conversationId, response: 'presented' },
    data: { response: 'ignored', answeredAt: at },
  });
};

/** The answer of an acceptance whose action a second person declined. */
export const recordNotApproved = async (tx: Tx, actionId: string): Promise<void> => {
  await tx.offerResponse.updateMany({
    where: { actionId },
    data: { response: 'ignored', reason: 'A second person did not approve it' },
  });
};

/** An acceptance whose action was taken back at once: the offer waits for an answer again. */
export const reopenResponse = async (tx: Tx, actionId: string): Promise<void> => {
  await tx.offerResponse.updateMany({
    where: { actionId },
    data: { response: 'presented', answeredAt: null, actionId: null },
  });
};
