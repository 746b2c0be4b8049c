'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import Link from 'next/link';
import { Completeness, PacketLines } from '@/components/handoff/packet-lines';
import { ChannelMark } from '@/components/marks/channel-mark';
import { DueClock } from '@/components/marks/due-clock';
import { TierMark } from '@/components/marks/tier-mark';
import { Time } from '@/components/marks/time';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { ReasonPopover } from '@/components/ui/reason-popover';
import { toast } from '@/components/ui/toast-store';
import { acceptMutation, returnMutation } from '@/lib/client/escalation-actions';
import { explain } from '@/lib/client/query-client';
import type { EscalationView } from '@/lib/contracts/escalations';
import type { EscalationKind } from '@/lib/domain/escalation';

const KINDS: Record<EscalationKind, { name: string; tone: Tone }> = {
  immediate: { name: 'Now', tone: 'danger' },
  specialist: { name: 'Specialist', tone: 'accent' },
  scheduled: { name: 'Scheduled', tone: 'neutral' },
};

interface EscalationCardProps {
  escalation: EscalationView;
  queueTitle: (id: string) => string;
}

const fail = (thrown: unknown): void => toast(explain(thrown), 'danger');

/** One packet, to be read in twenty seconds: who and why on top, the issue and what to do next open, the rest folded. */
export const EscalationCard = ({ escalation, queueTitle }: EscalationCardProps) => {
  const client = useQueryClient();
  const accept = useMutation({ ...acceptMutation(client), onError: fail });
  const giveBack = useMutation({ ...returnMutation(client), onError: fail });
  const kind = KINDS[escalation.kind];
  const busy = accept.isPending || giveBack.isPending;
  const { packet } = escalation;
  return (
    <article
      aria-label={`Packet of ${escalation.customerName}`}
      className="flex flex-col gap-2 rounded-lg border bg-surface p-3"
    >
      <div className="flex items-center gap-2">
        <ChannelMark channel={escalation.channel} />
        <h3 className="truncate font-semibold">{escalation.customerName}</h3>
        <TierMark tier={escalation.tier} />
        <span className="ml-auto">
          {escalation.state === 'waiting' ? (
            <DueClock due={escalation.dueAt} what="Pick-up" />
          ) : (
            <Time
              at={escalation.decidedAt ?? escalation.raisedAt}
              className="text-muted text-xs tabular-nums"
            />
          )}
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted text-xs">
        <Badge tone={kind.tone}>{kind.name}</Badge> to {queueTitle(escalation.queue)} from{' '}
        {escalation.raisedBy}
        {escalation.decidedBy === null ? '' : `, ${escalation.state} by ${escalation.decidedBy}`}
      </p>
      <ul className="flex flex-col gap-0.5 text-danger text-xs">
        {escalation.reasons.map((reason) => (
          <li key={reason.id}>{reason.say}</li>
        ))}
      </ul>
      {escalation.note === '' ? null : (
        <p className="rounded-md bg-note-soft px-2 py-1 text-sm">{escalation.note}</p>
      )}
      {escalation.returnReason === null ? null : (
        <p className="text-sm text-warn">Returned: {escalation.returnReason}</p>
      )}
      {escalation.state === 'waiting' ? (
        <PacketLines packet={packet} />
      ) : (
        <Fold summary={<span className="truncate">{packet.issue}</span>}>
          <div className="mt-2">
            <PacketLines packet={packet} />
          </div>
        </Fold>
      )}
      <Completeness completeness={packet.completeness} />
      <div className="flex flex-wrap items-center gap-1">
        {escalation.state === 'waiting' ? (
          <>
            <Button size="sm" look="primary" disabled={busy} onClick={() => accept.mutate(escalation.id)}>
              Accept
            </Button>
            <ReasonPopover
              label="Return the packet"
              verb="Return"
              question="Why does it go back?"
              hint="A few words: what is missing, or who should have it."
              disabled={busy}
              onReason={(why) => giveBack.mutate({ id: escalation.id, why })}
            />
          </>
        ) : null}
        <Link
          href={`/desk?c=${escalation.conversationId}`}
          className="ml-auto inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium text-muted text-xs hover:bg-hover hover:text-text"
        >
          <MessagesSquare aria-hidden="true" className="size-4" /> Open conversation
        </Link>
      </div>
    </article>
  );
};
