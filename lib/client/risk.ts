import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { listCallBacks, listRiskAreas, recordCall } from '../contracts/risk';
import type { CallOutcome } from '../domain/cancel-risk';
import { call } from './call';

const CALL_BACKS = ['risk', 'call-backs'] as const;

export const riskAreasQuery = () =>
  queryOptions({
    queryKey: ['risk', 'areas'] as const,
    queryFn: ({ signal }) => call(listRiskAreas, { signal }),
  });

export const callBacksQuery = () =>
  queryOptions({ queryKey: CALL_BACKS, queryFn: ({ signal }) => call(listCallBacks, { signal }) });

/** The list is asked for again either way: somebody else may have rung first. */
export const recordCallMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, outcome }: { id: string; outcome: CallOutcome }) =>
      call(recordCall, { params: { id }, body: { outcome } }),
    onSettled: () => client.invalidateQueries({ queryKey: CALL_BACKS }),
  });
