'use client';
import { useQuery } from '@tanstack/react-query';
import { CueSection } from '@/components/assist/cue-section';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { explain } from '@/lib/client/query-client';
import { retentionQuery } from '@/lib/client/retention';
import { OffersSection } from './offers-section';
import { RiskSection } from './risk-section';

interface RetentionCuesProps {
  conversationId: string;
  readOnly: boolean;
  mayReply: boolean;
}

/** Whether the customer is about to leave, and what may be offered. */
export const RetentionCues = ({ conversationId, readOnly, mayReply }: RetentionCuesProps) => {
  const { data, isPending, error, refetch } = useQuery(retentionQuery(conversationId));
  if (isPending)
    return (
      <CueSection title="Customer risk and offers">
        <Loading what="customer risk and offers" className="flex flex-col gap-2">
          <Skeleton className="h-10" />
          <Skeleton className="h-16" />
        </Loading>
      </CueSection>
    );
  if (data === undefined)
    return (
      <CueSection title="Customer risk and offers">
        <Fault title="Risk and offers did not load" detail={explain(error)} retry={() => void refetch()} />
      </CueSection>
    );
  return (
    <>
      <RiskSection risk={data.risk} />
      <OffersSection conversationId={conversationId} view={data} readOnly={readOnly} mayReply={mayReply} />
    </>
  );
};
