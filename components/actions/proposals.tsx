'use client';
import { Button } from '@/components/ui/button';
import type { ActionsView } from '@/lib/contracts/actions';
import { ActionPanel } from './action-panel';
import { useOpenPanel } from './open-panel';
import { toolName } from './tool-name';

interface ProposalsProps {
  conversationId: string;
  view: ActionsView;
  canAct: boolean;
}

/** What the next steps name: a line each with what and why, reviewed where it stands. */
export const Proposals = ({ conversationId, view, canAct }: ProposalsProps) => {
  const panel = useOpenPanel();
  if (view.proposals.length === 0) return null;
  return (
    <ul aria-label="Proposed" className="flex flex-col">
      {view.proposals.map((proposal) => {
        const place = `proposal ${proposal.tool} ${proposal.cueId}`;
        const tool = view.writes.find(({ id }) => id === proposal.tool);
        const title = tool?.title ?? toolName(proposal.tool);
        const reviewable = canAct && tool !== undefined && tool.limits !== null;
        return (
          <li key={place}>
            <div className="flex min-h-8 items-center gap-2">
              <p className="min-w-0 flex-1 truncate" title={proposal.because}>
                <span className="font-medium">{title}</span>{' '}
                <span className="text-muted text-xs">{proposal.because}</span>
              </p>
              {reviewable ? (
                <Button
                  size="sm"
                  aria-label={`Review: ${title}`}
                  aria-expanded={panel.isOpen(place)}
                  onClick={() => panel.toggle(place)}
                >
                  Review
                </Button>
              ) : null}
            </div>
            {reviewable && panel.isOpen(place) ? (
              <ActionPanel
                conversationId={conversationId}
                tool={tool}
                start={proposal.params}
                because={proposal.because}
                from={{ origin: 'suggestion', originId: proposal.cueId }}
                onClose={panel.close}
                onApproved={panel.leadTo}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
};
