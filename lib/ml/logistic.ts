/** A logistic regression over named features. */
export interface LogisticModel<Name extends string> {
  bias: number;
  weights: Readonly<Record<Name, number>>;
}

/** The probability whose log odds are `x`. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** The chance that a model gives these features; `names` says which there are, in the order they are added up. */
export const chanceOf = <Name extends string>(
  names: readonly Name[],
  features: Readonly<Record<Name, number>>,
  { bias, weights }: LogisticModel<Name>,
): number => {
  let sum = bias;
  for (const name of names) sum += weights[name] * features[name];
  return logistic(sum);
};
