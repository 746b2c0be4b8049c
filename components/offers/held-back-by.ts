import type { DecidedOffer } from '@/lib/domain/offer';

/** Sentences of the rules that hold back every one of these offers, in the order they are read: why nothing is offered now. */
export const heldBackBy = (withheld: readonly DecidedOffer[]): string[] => {
  const [first, ...others] = withheld.map(({ clauses }) => clauses.filter(({ is }) => is !== 'true'));
  return (first ?? [])
    .filter(({ id }) => others.every((failing) => failing.some((clause) => clause.id === id)))
    .map(({ say }) => say);
};
