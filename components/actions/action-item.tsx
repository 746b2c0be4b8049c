'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  CircleAlert,
  CircleCheck,
  CircleSlash,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  RotateCw,
  Undo2,
} from 'lucide-react';
import { Time } from '@/components/marks/time';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { toast } from '@/components/ui/toast-store';
import { retryMutation } from '@/lib/client/account-actions';
import { connection } from '@/lib/client/connection';
import { explain } from '@/lib/client/query-client';
import { useStore } from '@/lib/client/store';
import type { Action, ActionState, Approval, Receipt } from '@/lib/domain/action';
import { ClauseTrace } from './clause-trace';
import { EffectView } from './effect-view';
import { ReversalPanel } from './reversal-panel';

const STATES: Record<ActionState, { icon: LucideIcon; word: string; tone: Tone }> = {
  waiting: { icon: Hourglass, word: 'Waits for a second person', tone: 'warn' },
  approved: { icon: LoaderCircle, word: 'Approved, running', tone: 'accent' },
  done: { icon: CircleCheck, word: 'Done', tone: 'ok' },
  failed: { icon: CircleAlert, word: 'Failed', tone: 'danger' },
  declined: { icon: CircleSlash, word: 'Declined', tone: 'neutral' },
  reversed: { icon: Undo2, word: 'Taken back', tone: 'neutral' },
};

const VERDICTS = { approved: 'Approved', declined: 'Declined' } as const;

const ApprovalLine = ({ approval }: { approval: Approval }) => (
  <li className="flex flex-col gap-1">
    <p>
      {VERDICTS[approval.verdict]} by {approval.actorName} ({approval.role}) at <Time at={approval.at} />
      {approval.reason === null ? '' : `: ${approval.reason}`}
    </p>
    <ClauseTrace clauses={approval.clauses} />
  </li>
);

/** What was shown, who agreed and by which rules. */
const Proof = ({ action }: { action: Action }) => (
  <Fold summary={<span className="text-xs">Who, what and why</span>}>
    <div className="mt-1 ml-4.5 flex flex-col gap-2 text-xs">
      <EffectView effect={action.effect} />
      <ul className="flex flex-col gap-2">
        {action.approvals.map((approval) => (
          <ApprovalLine key={`${approval.step} ${approval.at}`} approval={approval} />
        ))}
      </ul>
    </div>
  </Fold>
);

/** What came of it, in one line. */
const Outcome = ({ action }: { action: Action }) => {
  switch (action.state) {
    case 'waiting':
      return (
        <p className="text-muted text-xs">{action.requestedByName} asked. A lead finds it under Approvals.</p>
      );
    case 'failed':
      return (
        <p className="text-danger text-xs">
          {action.fault ?? 'The system did not answer'}. Nothing changed; trying again is safe.
        </p>
      );
    case 'declined': {
      const no = action.approvals.find(({ verdict }) => verdict === 'declined');
      return (
        <p className="text-muted text-xs">
          {no === undefined ? 'Nothing ran.' : `${no.actorName}: ${no.reason ?? 'no reason given'}`}
        </p>
      );
    }
    case 'approved':
    case 'done':
    case 'reversed':
      return null;
    default:
      return action.state satisfies never;
  }
};

/** Ids of our own records say nothing to people; what a system calls its record does, as a code or a number. */
const OWN_ID = /^[a-z]{3}_[0-9a-z]{24}$/;

const Numbers = ({ receipt }: { receipt: Receipt }) => {
  const { reference } = receipt.outcome;
  return (
    <p className="text-muted text-xs">
      Receipt <span className="font-mono">{receipt.number}</span>
      {reference === null || OWN_ID.test(reference) ? null : (
        <>
          {' '}
          · <span className="font-mono">{reference}</span>
        </>
      )}
    </p>
  );
};

export const actionElementId = (actionId: string): string => `action-${actionId}`;

interface ActionItemProps {
  action: Action;
  mayAct: boolean;
  isUndoing: boolean;
  onUndo: (open: boolean) => void;
  onReversed: (reversal: Action) => void;
}

const canUndo = ({ state, reversesId, receipt }: Action): boolean =>
  state === 'done' && reversesId === null && receipt !== null && receipt.outcome.undo !== null;

/** An action that was asked for: where it stands, its receipt, and what can be done about it now. */
export const ActionItem = ({ action, mayAct, isUndoing, onUndo, onReversed }: ActionItemProps) => {
  const retry = useMutation({
    ...retryMutation(useQueryClient()),
    onError: (thrown) => toast(explain(thrown), 'danger'),
  });
  const offline = useStore(connection) === 'lost';
  const { icon: Icon, word, tone } = STATES[action.state];
  const { receipt } = action;
  return (
    <li
      id={actionElementId(action.id)}
      tabIndex={-1}
      className="flex flex-col gap-1 rounded-md border px-3 py-2 outline-offset-[-2px]"
    >
      <div className="flex items-center gap-2">
        <Badge tone={tone}>
          <Icon aria-hidden="true" /> {word}
        </Badge>
        {action.reversesId === null ? null : <span className="text-faint text-xs">takes an action back</span>}
        <Time
          at={action.finishedAt ?? action.requestedAt}
          className="ml-auto text-faint text-xs tabular-nums"
        />
      </div>
      <p>{receipt?.outcome.sentence ?? action.effect.sentence}</p>
      {receipt === null ? null : <Numbers receipt={receipt} />}
      <Outcome action={action} />
      {mayAct && (canUndo(action) || action.state === 'failed') ? (
        <div className="flex items-center gap-2">
          {action.state === 'failed' ? (
            <Button size="sm" disabled={retry.isPending || offline} onClick={() => retry.mutate(action.id)}>
              <RotateCw aria-hidden="true" /> Try again
            </Button>
          ) : (
            <Button size="sm" disabled={offline} aria-expanded={isUndoing} onClick={() => onUndo(!isUndoing)}>
              <Undo2 aria-hidden="true" /> Undo
            </Button>
          )}
          {offline ? <span className="text-muted text-xs">No connection</span> : null}
        </div>
      ) : null}
      {isUndoing ? (
        <ReversalPanel action={action} onClose={() => onUndo(false)} onApproved={onReversed} />
      ) : null}
      <Proof action={action} />
    </li>
  );
};
