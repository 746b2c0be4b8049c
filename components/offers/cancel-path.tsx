'use client';
import { useQuery } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { ActionPanel } from '@/components/actions/action-panel';
import { useOpenPanel } from '@/components/actions/open-panel';
import { Button } from '@/components/ui/button';
import { actionsQuery } from '@/lib/client/account-actions';
import type { ActionsView } from '@/lib/contracts/actions';

const PLACE = 'cancel path';
const TOOL = 'cancel-service';

const whyNot = (view: ActionsView | undefined, readOnly: boolean): string | null => {
  if (readOnly) return 'You read here and change nothing.';
  if (view === undefined) return 'Loading what can be done…';
  if (!view.mayAct) return 'Take the conversation over to cancel for the customer.';
  return view.writes.some(({ id, limits }) => id === TOOL && limits !== null)
    ? null
    : 'Your role may not cancel a service: escalate it.';
};

/** The way to cancel, one click away for as long as the customer wants to leave, whatever is offered below. */
export const CancelPath = ({ conversationId, readOnly }: { conversationId: string; readOnly: boolean }) => {
  const { data: view } = useQuery(actionsQuery(conversationId));
  const panel = useOpenPanel();
  const because = whyNot(view, readOnly);
  const tool = view?.writes.find(({ id }) => id === TOOL);
  const proposal = view?.proposals.find((candidate) => candidate.tool === TOOL);
  return (
    <section aria-label="Wants to leave" className="border-b bg-warn-soft px-4 py-2">
      <div className="flex min-h-8 items-center gap-2">
        <p className="min-w-0 flex-1 text-warn">
          <span className="font-medium">The customer wants to leave.</span>
          <span className="block text-xs">{because ?? 'One offer at most, then do as they ask.'}</span>
        </p>
        <Button
          size="sm"
          disabled={because !== null}
          aria-expanded={panel.isOpen(PLACE)}
          onClick={() => panel.toggle(PLACE)}
        >
          <LogOut aria-hidden="true" /> Cancel service
        </Button>
      </div>
      {because === null && tool !== undefined && panel.isOpen(PLACE) ? (
        <ActionPanel
          conversationId={conversationId}
          tool={tool}
          start={proposal?.params ?? tool.start}
          from={
            proposal === undefined
              ? { origin: 'rep', originId: null }
              : { origin: 'suggestion', originId: proposal.cueId }
          }
          onClose={panel.close}
          onApproved={panel.leadTo}
        />
      ) : null}
    </section>
  );
};
