import { riskInputsAfter } from '@/lib/db/risk-inputs';
import { storeScores } from '@/lib/db/risk-scores';
import type { Actor } from '@/lib/domain/user';
import { scoreCancelRisk } from '@/lib/learning/cancel-risk/score';
import { authorise } from './authorise';
import { riskInForce, valuesOf } from './cancel-risk';
import { type Services, services } from './services';

/** Customers read and scored at a time: a batch takes well under a second, and runs of conversations go on between two. */
const BATCH = 200;

export type ScoredEveryone = { is: 'scored'; customers: number } | { is: 'abstained'; because: string };

/** `scoreEveryone` on a database that nothing else is open for yet. */
export const scoreEveryoneOn = async (
  { db, clock, policies }: Pick<Services, 'db' | 'clock' | 'policies'>,
  actor: Actor,
): Promise<ScoredEveryone> => {
  authorise(actor, 'write', { kind: 'model' });
  const model = await riskInForce(db);
  if (model.is === 'none') return { is: 'abstained', because: model.because };
  const now = clock.now();
  let customers = 0;
  let last = '';
  for (;;) {
    const inputs = await riskInputsAfter(db, last, BATCH, now);
    const scores = inputs.map((input) => {
      const values = valuesOf(input, policies.current(), now);
      const { score, drivers } = scoreCancelRisk(model, values);
      return { customerId: input.account.customer.id, score, drivers, values };
    });
    await storeScores(db, now, model.id, scores);
    customers += inputs.length;
    if (inputs.length < BATCH) return { is: 'scored', customers };
    last = inputs.at(-1)?.account.customer.id ?? last;
  }
};

/** Scores every customer who has a service, as of today, by the version in force: the morning's heat map and call-back list. */
export const scoreEveryone = async (actor: Actor): Promise<ScoredEveryone> =>
  scoreEveryoneOn(await services(), actor);
