import type { AcceptedMessage, ReceivedMessage } from '@/lib/contracts/messages';
import { MINUTE } from '@/lib/core/clock';
import { AppError } from '@/lib/core/errors';
import { hashOf } from '@/lib/core/hash';
import { findOrCreateCustomer } from '@/lib/db/customers';
import { findDelivery, lockDelivery, recordDelivery } from '@/lib/db/deliveries';
import { openThread, threadFor } from '@/lib/db/threads';
import type { Actor } from '@/lib/domain/user';
import { acceptTurn } from './accept-turn';
import { authorise } from './authorise';
import { readableText } from './readable-text';
import { services } from './services';

/** Senders' clocks differ; a time further ahead than this is a mistake. */
const CLOCK_SKEW = 5 * MINUTE;

const invalid = (path: string, message: string): AppError =>
  new AppError('invalid', `${path}: ${message}`, { problems: [{ path, message }] });

/** Nobody wrote to us before this; an older time is a mistake of the sender, and some are more than a database can hold. */
const EARLIEST = Date.UTC(1970, 0, 1);

const sentAt = (at: string | undefined, now: Date): Date => {
  if (at === undefined) return now;
  const time = new Date(at);
  if (time.getTime() < EARLIEST) throw invalid('at', 'is before 1970');
  if (time.getTime() > now.getTime() + CLOCK_SKEW) throw invalid('at', 'is in the future');
  return time;
};

/**
 * Takes a message on any channel. The same channel and external id again changes nothing and gets the first answer; with another
 * body it is refused (`conflict`). Finds or creates the customer and the conversation.
 */
export const receiveMessage = async (
  actor: Actor,
  { body }: { body: ReceivedMessage },
): Promise<AcceptedMessage> => {
  authorise(actor, 'receive', { kind: 'message' });
  const deps = await services();
  const now = deps.clock.now();
  const at = sentAt(body.at, now);
  const text = readableText(body.text);
  const bodyHash = hashOf(body);

  return deps.db.$transaction(async (tx) => {
    await lockDelivery(tx, body.channel, body.externalId);
    const before = await findDelivery(tx, body.channel, body.externalId);
    if (before) {
      if (before.bodyHash !== bodyHash) {
        throw new AppError('conflict', 'this externalId came before with another body', {
          problems: [{ path: 'externalId', message: 'was used for another message' }],
        });
      }
      const turn = await tx.turn.findUniqueOrThrow({
        where: { id: before.turnId },
        select: { seq: true, conversation: { select: { customerId: true } } },
      });
      return {
        messageId: before.turnId,
        conversationId: before.conversationId,
        customerId: turn.conversation.customerId,
        seq: turn.seq,
        duplicate: true,
      };
    }
    const thread =
      (await threadFor(tx, body)) ??
      (await openThread(tx, {
        customer: await findOrCreateCustomer(tx, body.from),
        channel: body.channel,
        externalId: body.conversation,
        at,
      }));
    const turn = await acceptTurn(
      tx,
      deps,
      {
        conversationId: thread.conversationId,
        role: body.role,
        kind: 'message',
        text,
        authorId: null,
        authorName: body.role === 'customer' ? thread.customerName : (body.from.name ?? null),
        at,
      },
      { channel: body.channel, tier: thread.tier },
    );
    await recordDelivery(tx, {
      channel: body.channel,
      externalId: body.externalId,
      bodyHash,
      turnId: turn.id,
      conversationId: thread.conversationId,
    });
    return {
      messageId: turn.id,
      conversationId: thread.conversationId,
      customerId: thread.customerId,
      seq: turn.seq,
      duplicate: false,
    };
  });
};
