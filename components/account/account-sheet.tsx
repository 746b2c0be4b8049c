'use client';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '@/components/ui/dialog';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { accountQuery } from '@/lib/client/conversations';
import { explain } from '@/lib/client/query-client';
import { AccountBody } from './account-body';
import { MemorySection } from './memory-section';

/** The customer's account over the conversation. */
const AccountSheet = ({ conversationId, onClose }: { conversationId: string; onClose: () => void }) => {
  const { data, isPending, error, refetch } = useQuery(accountQuery(conversationId));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      place="side"
      title={data?.account.customer.name ?? 'Account'}
      description="As it stands in the account system."
    >
      {isPending ? (
        <Loading what="the account" className="flex flex-col gap-3 p-4">
          <Skeleton className="h-40" />
          <Skeleton className="h-24" />
          <Skeleton className="h-48" />
        </Loading>
      ) : data === undefined ? (
        <Fault title="The account did not load" detail={explain(error)} retry={() => void refetch()} />
      ) : (
        <>
          <MemorySection conversationId={conversationId} />
          <AccountBody account={data.account} />
        </>
      )}
    </Dialog>
  );
};

export default AccountSheet;
