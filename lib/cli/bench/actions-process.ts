import { z } from 'zod';
import { AppError, messageOf } from '@/lib/core/errors';
import type { Action } from '@/lib/domain/action';
import { provide } from '@/lib/env';
import { approveAction } from '@/lib/use-cases/approve-action';
import { previewAction } from '@/lib/use-cases/preview-action';
import { retryAction } from '@/lib/use-cases/retry-action';
import { previewReversal, reverseAction } from '@/lib/use-cases/reverse-action';
import { secondApproval } from '@/lib/use-cases/second-approval';
import { services } from '@/lib/use-cases/services';
import { type Acted, type Answer, askedSchema, type Wish } from './actions-wishes';

/**
 * A web process without HTTP, to be killed: `actions-process.ts DATABASE_URL`. It does what its parent asks through the use cases, many
 * things at once, and says `ready` first.
 */
const [databaseUrl] = z.tuple([z.url()]).parse(process.argv.slice(2));
provide({ DATABASE_URL: databaseUrl });

const acted = (action: Action): Acted => ({
  id: action.id,
  state: action.state,
  hash: action.hash,
  requestedAt: action.requestedAt,
  receipt: action.receipt?.number ?? null,
  takesBack: action.reversesId !== null,
});

const seen = async (looking: ReturnType<typeof previewAction>): Promise<Answer> => {
  const preview = await looking;
  if (preview.is === 'impossible')
    return {
      is: 'refused',
      code: 'invalid',
      message: preview.problems.map(({ message }) => message).join(' '),
    };
  return { is: 'seen', hash: preview.hash };
};

const done = async (acting: Promise<{ action: Action }>): Promise<Answer> => ({
  is: 'acted',
  action: acted((await acting).action),
});

const grant = (wish: Wish): Promise<Answer> => {
  const { actor } = wish;
  switch (wish.do) {
    case 'look': {
      const { conversationId: id, tool, params } = wish;
      return seen(previewAction(actor, { params: { id }, body: { tool, params } }));
    }
    case 'approve': {
      const { conversationId: id, tool, params, key, hash } = wish;
      const body = { tool, params, key, hash, origin: 'rep', originId: null } as const;
      return done(approveAction(actor, { params: { id }, body }));
    }
    case 'look-back':
      return seen(previewReversal(actor, { params: { id: wish.actionId } }));
    case 'take-back': {
      const { key, hash } = wish;
      return done(reverseAction(actor, { params: { id: wish.actionId }, body: { key, hash } }));
    }
    case 'second': {
      const { hash, verdict } = wish;
      const reason = verdict === 'declined' ? 'Not this time' : null;
      return done(secondApproval(actor, { params: { id: wish.actionId }, body: { hash, verdict, reason } }));
    }
    case 'try-again':
      return done(retryAction(actor, { params: { id: wish.actionId } }));
  }
};

const REFUSALS = new Set(['invalid', 'forbidden', 'conflict', 'not_found']);

const refused = (thrown: unknown): Answer =>
  thrown instanceof AppError && REFUSALS.has(thrown.code)
    ? { is: 'refused', code: thrown.code, message: thrown.userMessage }
    : { is: 'broke', message: messageOf(thrown) };

process.on('message', (raw: unknown) => {
  const { id, wish } = askedSchema.parse(raw);
  void grant(wish)
    .catch(refused)
    .then((answer) => process.send?.({ id, answer }));
});
// A parent that died, or has no more wishes, leaves nothing behind.
process.once('disconnect', () => process.exit(0));
await services();
process.send?.('ready');
