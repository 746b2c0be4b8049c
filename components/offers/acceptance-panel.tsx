'use client';
import { useQuery } from '@tanstack/react-query';
import { ApproveBar } from '@/components/actions/approve-bar';
import { Panel } from '@/components/actions/panel';
import { PreviewBody } from '@/components/actions/preview-body';
import { useApproval } from '@/components/actions/use-approval';
import { acceptanceQuery } from '@/lib/client/retention';
import { formatMoney } from '@/lib/core/money';
import type { Action } from '@/lib/domain/action';
import type { DecidedOffer } from '@/lib/domain/offer';
import { useAnswer } from './use-answer';

interface AcceptancePanelProps {
  conversationId: string;
  offer: DecidedOffer;
  onClose: () => void;
  onApproved: (action: Action | null) => void;
}

/** What accepting an offer does, looked at and approved as any action. */
export const AcceptancePanel = ({ conversationId, offer, onClose, onApproved }: AcceptancePanelProps) => {
  const query = useQuery(acceptanceQuery(conversationId, offer.id));
  const answer = useAnswer(conversationId);
  const checking = query.isFetching;
  const again = (): void => void query.refetch();
  const approval = useApproval(
    { preview: query.data, checking, question: offer.id, missing: [], again },
    {
      isPending: answer.isPending,
      error: answer.error,
      send: async (seal) =>
        (await answer.mutateAsync({ offer: offer.id, body: { answer: 'accepted', ...seal } })).action,
    },
    onApproved,
  );
  return (
    <Panel title={`Accepted: ${offer.title}`} onClose={onClose} onApprove={approval.approve}>
      <PreviewBody
        preview={query.data}
        checking={checking}
        error={query.error}
        outdated={approval.outdated}
        again={again}
        note={`Costs us ${formatMoney(offer.cost)}`}
        problems={query.data?.is === 'impossible' ? query.data.problems.map(({ message }) => message) : []}
      />
      <ApproveBar preview={query.data} approval={approval} label="Approve" />
    </Panel>
  );
};
