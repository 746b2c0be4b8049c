import { findAmounts } from '../../detectors/quantities/amounts';
import type { Entity } from '../../domain/triage';

/** The amounts of money among what was named, in minor units. */
export const amountsIn = (entities: readonly Entity[]): number[] =>
  entities
    .filter((entity) => entity.type === 'amount')
    .flatMap((entity) => findAmounts(entity.value).flatMap((amount) => amount.keys.map(Number)));
