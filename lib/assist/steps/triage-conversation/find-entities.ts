import { memoByText } from '../../../core/memo';
import { findEntities } from '../../../detectors/entities';
import type { Utterance } from '../../../domain/conversation';
import type { Account } from '../../../domain/customer';
import type { Entity } from '../../../domain/triage';

const bare = (value: string): string => value.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Numbers by which this customer's things are called, with and without their prefix. */
const numbersOf = (account: Account): Map<string, string> => {
  const numbers = new Map<string, string>();
  for (const thing of [...account.orders, ...account.invoices, ...account.visits]) {
    numbers.set(bare(thing.number), thing.id);
    numbers.set(thing.number.replace(/\D/g, ''), thing.id);
  }
  return numbers;
};

/** Entities of the newest 4,000 utterances are remembered: a conversation is read again with every turn. */
const entitiesIn = memoByText(4000, (text: string) => findEntities(text));

/** What the customer named, tied to their own orders, bills and visits. */
export const entitiesOf = (utterances: readonly Utterance[], account: Account): Entity[] => {
  const numbers = numbersOf(account);
  return utterances
    .filter((utterance) => utterance.role === 'customer')
    .flatMap(({ turnId, text }) =>
      entitiesIn(text).map((entity) => ({
        ...entity,
        turnId,
        refersTo: numbers.get(bare(entity.value)) ?? numbers.get(entity.value.replace(/\D/g, '')) ?? null,
      })),
    );
};
