import { AppError } from '@/lib/core/errors';
import type { DecidedOffer } from '@/lib/domain/offer';

/** An offer that does not fit now, with every clause that fails. Nothing was changed. */
export const doesNotFit = ({ title, clauses }: Pick<DecidedOffer, 'title' | 'clauses'>): AppError => {
  const failing = clauses.filter(({ is }) => is !== 'true');
  return new AppError('conflict', 'the offer does not fit', {
    userMessage: `"${title}" does not fit now. ${failing.map(({ say }) => say).join('. ')}.`,
    problems: failing.map(({ id, say }) => ({ path: id, message: say })),
  });
};

export const answeredBefore = (): AppError =>
  new AppError('conflict', 'answered before', {
    userMessage: 'The answer to this offer was recorded already.',
  });
