'use client';
import { useQuery } from '@tanstack/react-query';
import { approvalsQuery } from '@/lib/client/account-actions';
import type { Role } from '@/lib/domain/user';

/** Those who are ever a second person. */
const MAY_BE_SECOND: ReadonlySet<Role> = new Set(['lead', 'admin']);

/** How many actions wait for this person's approval; 0 for those who are never asked. */
export const useWaitingApprovals = (role: Role): number => {
  const { data } = useQuery({ ...approvalsQuery('waiting'), enabled: MAY_BE_SECOND.has(role) });
  return data?.actions.filter(({ mayApprove }) => mayApprove).length ?? 0;
};
