import { chanceOf, type LogisticModel } from '../logistic';

/** Features and whether what they stand for turned out to be so. */
export interface Judged<Name extends string> {
  features: Readonly<Record<Name, number>>;
  holds: boolean;
}

export interface Descent {
  /** Weight of the squared weights, per row. */
  ridge: number;
  rounds: number;
  rate: number;
  /** Share of the last step that is taken again, 0 to below 1. */
  momentum: number;
}

const zeros = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** Mean log loss of a model over rows. */
export const meanLogLoss = <Name extends string>(
  names: readonly Name[],
  rows: readonly Judged<Name>[],
  model: LogisticModel<Name>,
): number =>
  rows.reduce((sum, { features, holds }) => {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, chanceOf(names, features, model)));
    return sum - Math.log(holds ? chance : 1 - chance);
  }, 0) / Math.max(1, rows.length);

/** Ridge logistic regression by gradient descent: how shipped constants were made. */
export const fitLogistic = <Name extends string>(
  names: readonly Name[],
  rows: readonly Judged<Name>[],
  { ridge, rounds, rate, momentum }: Descent,
): LogisticModel<Name> => {
  let bias = 0;
  let biasPace = 0;
  const weights = zeros(names);
  const pace = zeros(names);
  for (let round = 0; round < rounds; round++) {
    let slope = 0;
    const slopes = zeros(names);
    for (const { features, holds } of rows) {
      const error = chanceOf(names, features, { bias, weights }) - (holds ? 1 : 0);
      slope += error;
      for (const name of names) slopes[name] += error * features[name];
    }
    biasPace = momentum * biasPace - (rate * slope) / rows.length;
    bias += biasPace;
    for (const name of names) {
      pace[name] = momentum * pace[name] - rate * (slopes[name] / rows.length + ridge * weights[name]);
      weights[name] += pace[name];
    }
  }
  return { bias, weights };
};
