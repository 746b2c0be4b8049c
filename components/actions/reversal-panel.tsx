'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { reversalPreviewQuery, reverseMutation } from '@/lib/client/account-actions';
import type { Action } from '@/lib/domain/action';
import { ApproveBar } from './approve-bar';
import { Panel } from './panel';
import { PreviewBody } from './preview-body';
import { useApproval } from './use-approval';

interface ReversalPanelProps {
  action: Action;
  onClose: () => void;
  onApproved: (action: Action) => void;
}

/** Taking an action back: an action of its own, looked at and approved the same way. */
export const ReversalPanel = ({ action, onClose, onApproved }: ReversalPanelProps) => {
  const client = useQueryClient();
  const query = useQuery(reversalPreviewQuery(action.id));
  const mutation = useMutation(reverseMutation(client, action.id));
  const checking = query.isFetching;
  const again = (): void => void query.refetch();
  const approval = useApproval(
    { preview: query.data, checking, question: action.id, missing: [], again },
    {
      isPending: mutation.isPending,
      error: mutation.error,
      send: async (seal) => (await mutation.mutateAsync(seal)).action,
    },
    (reversal) => {
      if (reversal !== null) onApproved(reversal);
    },
  );
  return (
    <Panel title="Take it back" onClose={onClose} onApprove={approval.approve}>
      <PreviewBody
        preview={query.data}
        checking={checking}
        error={query.error}
        outdated={approval.outdated}
        again={again}
        note={action.receipt === null ? null : `Takes back receipt ${action.receipt.number}`}
        problems={query.data?.is === 'impossible' ? query.data.problems.map(({ message }) => message) : []}
      />
      <ApproveBar preview={query.data} approval={approval} label="Take it back" />
    </Panel>
  );
};
