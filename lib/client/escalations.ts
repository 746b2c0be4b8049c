import { queryOptions } from '@tanstack/react-query';
import { listEscalations } from '../contracts/escalations';
import type { EscalationState } from '../domain/escalation';
import { call } from './call';

export const escalationKeys = {
  all: ['escalations'] as const,
  state: (state: EscalationState) => ['escalations', state] as const,
};

export const escalationsQuery = (state: EscalationState) =>
  queryOptions({
    queryKey: escalationKeys.state(state),
    queryFn: ({ signal }) => call(listEscalations, { query: { state }, signal }),
  });
