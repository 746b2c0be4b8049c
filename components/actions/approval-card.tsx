'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { Time } from '@/components/marks/time';
import { useDesk } from '@/components/shell/desk-context';
import { Button } from '@/components/ui/button';
import { ReasonPopover } from '@/components/ui/reason-popover';
import { toast } from '@/components/ui/toast-store';
import { secondApprovalMutation } from '@/lib/client/account-actions';
import { connection } from '@/lib/client/connection';
import { explain } from '@/lib/client/query-client';
import { useStore } from '@/lib/client/store';
import type { Action } from '@/lib/domain/action';
import { ClauseTrace } from './clause-trace';
import { EffectView } from './effect-view';
import { toolName } from './tool-name';

interface ApprovalCardProps {
  action: Action;
  customerName: string;
  mayApprove: boolean;
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Exactly what was asked for, as it will run. */
const Params = ({ params }: Pick<Action, 'params'>) => (
  <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs">
    {Object.entries(params).map(([name, value]) => (
      <div key={name} className="flex gap-1">
        <dt className="text-faint">{name}</dt>
        <dd className="tabular-nums [overflow-wrap:anywhere]">{shown(value)}</dd>
      </div>
    ))}
  </dl>
);

const whyNot = (action: Action, mayApprove: boolean, meId: string, offline: boolean): string | null => {
  if (offline) return 'No connection. Decide when it is back.';
  if (mayApprove) return null;
  return action.requestedById === meId
    ? 'You asked for this yourself: somebody else decides.'
    : 'Your role may not approve this.';
};

/** An action that waits for a second person: exactly what will run, who asked, by which rules, and the decision. */
export const ApprovalCard = ({ action, customerName, mayApprove }: ApprovalCardProps) => {
  const { me } = useDesk();
  const offline = useStore(connection) === 'lost';
  const decide = useMutation(secondApprovalMutation(useQueryClient()));
  const because = whyNot(action, mayApprove, me.id, offline);
  const disabled = because !== null || decide.isPending;
  const first = action.approvals.find(({ step }) => step === 'first');
  const give = (verdict: 'approved' | 'declined', reason: string | null): void =>
    decide.mutate(
      { id: action.id, hash: action.hash, verdict, reason },
      {
        onSuccess: ({ action: decided }) =>
          toast(
            verdict === 'declined'
              ? 'Declined. The rep reads your reason.'
              : decided.receipt === null
                ? 'Approved. It runs now.'
                : `Approved and done: receipt ${decided.receipt.number}.`,
          ),
      },
    );
  return (
    <article
      aria-label={`${toolName(action.tool)} for ${customerName}`}
      className="flex flex-col gap-2 rounded-lg border bg-surface p-3"
    >
      <div className="flex items-center gap-2">
        <h3 className="truncate font-semibold">{customerName}</h3>
        <Time at={action.requestedAt} className="ml-auto text-muted text-xs tabular-nums" />
      </div>
      <p className="text-muted text-xs">
        {toolName(action.tool)}, asked for by {action.requestedByName}
      </p>
      <EffectView effect={action.effect} />
      <Params params={action.params} />
      {first === undefined ? null : <ClauseTrace clauses={first.clauses} />}
      {decide.isError ? (
        <p role="alert" className="text-danger text-xs">
          {explain(decide.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-1">
        <Button size="sm" look="primary" disabled={disabled} onClick={() => give('approved', null)}>
          <Check aria-hidden="true" /> Approve
        </Button>
        <ReasonPopover
          label="Decline the action"
          verb="Decline"
          question="Why not?"
          hint="A few words the rep can act on."
          disabled={disabled}
          onReason={(reason) => give('declined', reason)}
        />
        {because === null ? null : <span className="text-muted text-xs">{because}</span>}
        {action.conversationId === null ? null : (
          <Link
            href={`/desk?c=${action.conversationId}`}
            className="ml-auto inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium text-muted text-xs hover:bg-hover hover:text-text"
          >
            <MessagesSquare aria-hidden="true" className="size-4" /> Open conversation
          </Link>
        )}
      </div>
    </article>
  );
};
