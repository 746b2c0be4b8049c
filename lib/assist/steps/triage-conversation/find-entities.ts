import { memoByText } from '../../../core/memo';
import { findEntities } from '../../../detectors/entities';
import type { Utterance } from '../../../domain/conversation';
import type { Account } from '../../../domain/customer';
import type { Entity, EntityType } from '../../../domain/triage';
import { findMentions } from './find-mentions';

const bare = (value: string): string => value.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Entities that are numbers of things; the digits of a date or telephone number may agree by chance. */
const NUMBERED: ReadonlySet<EntityType> = new Set(['order_id', 'invoice_id', 'visit_id']);

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

/** How far after `my order` its number may stand, in UTF-16 units: the two are one thing then. */
const NUMBER_FOLLOWS = 30;

/** Mentions by kind, where no number names the thing itself. */
const mentionsBeside = (
  text: string,
  account: Account,
  named: readonly { type: string; start: number; end: number }[],
) =>
  findMentions(text, account).filter(
    (mention) =>
      !named.some(
        ({ type, start, end }) =>
          (start < mention.end && mention.start < end) ||
          (type === mention.type && start >= mention.end && start < mention.end + NUMBER_FOLLOWS),
      ),
  );

/** What the customer named, tied to their own orders, bills and visits: by number, or as the only thing that the words can mean. */
export const entitiesOf = (utterances: readonly Utterance[], account: Account): Entity[] => {
  const numbers = numbersOf(account);
  return utterances
    .filter((utterance) => utterance.role === 'customer')
    .flatMap(({ turnId, text }) => {
      const named = entitiesIn(text);
      const numbered = named.map((entity) => ({
        ...entity,
        turnId,
        refersTo: NUMBERED.has(entity.type)
          ? (numbers.get(bare(entity.value)) ?? numbers.get(entity.value.replace(/\D/g, '')) ?? null)
          : null,
      }));
      const mentioned = mentionsBeside(text, account, named).map((mention) => ({ ...mention, turnId }));
      return [...numbered, ...mentioned].sort((a, b) => a.start - b.start);
    });
};
