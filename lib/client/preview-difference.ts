import type { ActionPreview } from '../contracts/actions';
import type { AuthorityDecision } from '../domain/action';

export type PossiblePreview = Extract<ActionPreview, { is: 'possible' }>;

export interface Difference {
  what: string;
  before: string;
  after: string;
}

const NOT_THERE = 'nothing';

const OUTCOMES: Record<AuthorityDecision['outcome'], string> = {
  allowed: 'allowed',
  second: 'needs a second person',
  refused: 'not allowed',
};

/** Pairs of equal keys, and those that only one side has. */
const differing = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Difference[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((what) => {
    const was = before.get(what) ?? NOT_THERE;
    const is = after.get(what) ?? NOT_THERE;
    return was === is ? [] : [{ what, before: was, after: is }];
  });

const changesOf = ({ effect }: PossiblePreview): Map<string, string> =>
  new Map(effect.changes.map(({ what, before, after }) => [what, `${before} → ${after}`]));

const ANSWERS = { true: 'holds', false: 'does not hold', unknown: 'not known' } as const;

/** A rule by its words when it stands in the way: that is when they say what is the matter. */
const clausesOf = ({ decision }: PossiblePreview, words: ReadonlyMap<string, string>): Map<string, string> =>
  new Map(decision.clauses.map(({ id, is }) => [words.get(id) ?? id.replaceAll('-', ' '), ANSWERS[is]]));

const wordsOf = (previews: readonly PossiblePreview[]): Map<string, string> =>
  new Map(
    previews.flatMap(({ decision }) =>
      decision.clauses.flatMap(({ id, is, say }) => (is === 'true' ? [] : [[id, say] as const])),
    ),
  );

/** What is no longer as it was shown: what it does, whether it is allowed, and which rules answer otherwise. */
export const previewDifferences = (before: PossiblePreview, after: ActionPreview): Difference[] => {
  if (after.is === 'impossible')
    return [
      {
        what: 'Possible',
        before: 'yes',
        after: after.problems.map(({ message }) => message).join(' · ') || 'no',
      },
    ];
  const words = wordsOf([before, after]);
  return [
    ...differing(
      new Map([
        ['What it does', before.effect.sentence],
        ['Decision', OUTCOMES[before.decision.outcome]],
      ]),
      new Map([
        ['What it does', after.effect.sentence],
        ['Decision', OUTCOMES[after.decision.outcome]],
      ]),
    ),
    ...differing(changesOf(before), changesOf(after)),
    ...differing(clausesOf(before, words), clausesOf(after, words)),
  ];
};
