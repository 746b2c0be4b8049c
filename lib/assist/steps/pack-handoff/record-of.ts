import { utterancesOf } from '../../../domain/conversation';
import type { PlaybookStep } from '../../../domain/resolution';
import { tickSteps } from '../../facts/tick-steps';
import type { PipelineInput } from '../../ports';
import type { PackInput } from './schema';

/** What the record of a conversation says was done, and was not, and when each message was written. */
export const recordOf = (
  { turns, overrides, recorded }: Pick<PipelineInput, 'turns' | 'overrides' | 'recorded'>,
  steps: readonly PlaybookStep[],
): Pick<PackInput, 'sent' | 'untickedAt' | 'times'> => {
  const unticked = steps.filter(({ id }) => overrides.steps[id] === false);
  const utterances = utterancesOf(turns);
  const read = unticked.length === 0 ? [] : tickSteps(unticked, utterances, {});
  const said = new Set(utterances.map(({ turnId }) => turnId));
  return {
    sent: recorded.sent,
    untickedAt: read.flatMap(({ done }) => (done ? [done.turnId] : [])),
    times: turns.filter(({ id }) => said.has(id)).map(({ id, at }) => ({ turnId: id, at })),
  };
};
