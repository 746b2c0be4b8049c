import type { Vocabulary } from '@/lib/contracts/people';
import type { UserActor } from '@/lib/domain/user';
import { authorise } from './authorise';
import { services } from './services';

/** Titles of intents and queues, and the macros. */
export const getVocabulary = async (actor: UserActor): Promise<Vocabulary> => {
  authorise(actor, 'list', { kind: 'queue' });
  const { intents, queues, macros } = (await services()).policies.current();
  return {
    intents: intents.map(({ id, title, category }) => ({ id, title, category })),
    queues: queues.map(({ id, title }) => ({ id, title })),
    macros: [...macros],
  };
};
