import { AppError, type Problem } from '@/lib/core/errors';
import type { AuthorityDecision, Effect } from '@/lib/domain/action';

/** What somebody saw before they said yes. */
export interface Shown {
  effect: Effect;
  decision: Pick<AuthorityDecision, 'outcome' | 'clauses'>;
}

const OUTCOMES: Record<AuthorityDecision['outcome'], string> = {
  allowed: 'allowed',
  second: 'allowed with a second person',
  refused: 'refused',
};

const changed = (path: string, before: string, after: string): Problem[] =>
  before === after ? [] : [{ path, message: `was "${before}", is now "${after}"` }];

/** What is not as it was shown: the effect, the decision, and every clause that reads or holds differently. */
export const differencesOf = (shown: Shown, now: Shown): Problem[] => {
  const before = new Map(shown.decision.clauses.map((clause) => [clause.id, clause]));
  const after = new Set(now.decision.clauses.map(({ id }) => id));
  return [
    ...changed('effect', shown.effect.sentence, now.effect.sentence),
    ...changed('decision', OUTCOMES[shown.decision.outcome], OUTCOMES[now.decision.outcome]),
    ...now.decision.clauses.flatMap((clause) => {
      const was = before.get(clause.id);
      if (was === undefined) return [{ path: clause.id, message: `is new: ${clause.when}` }];
      return [
        ...changed(clause.id, was.when, clause.when),
        ...(was.when === clause.when && was.is !== clause.is
          ? [
              {
                path: clause.id,
                message: clause.is === 'true' ? 'holds now' : `no longer holds: ${clause.say}`,
              },
            ]
          : []),
      ];
    }),
    ...[...before.keys()].filter((id) => !after.has(id)).map((id) => ({ path: id, message: 'is gone' })),
  ];
};

/** An approval of something that is no longer so. Nothing was changed; what it is now has to be looked at again. */
export const changedSince = (problems: Problem[]): AppError =>
  new AppError('conflict', 'what was approved is not what would run', {
    userMessage:
      problems.length === 0
        ? 'Something has changed since this was shown. Look at it again.'
        : `Something has changed since this was shown: ${problems.map(({ path, message }) => `${path} ${message}`).join('; ')}.`,
    problems,
  });
