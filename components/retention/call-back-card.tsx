'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MessagesSquare, Phone } from 'lucide-react';
import Link from 'next/link';
import { ChannelMark } from '@/components/marks/channel-mark';
import { TierMark } from '@/components/marks/tier-mark';
import { Instant } from '@/components/marks/time';
import { Band, Drivers } from '@/components/offers/risk-section';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { explain } from '@/lib/client/query-client';
import { recordCallMutation } from '@/lib/client/risk';
import type { CallBack } from '@/lib/contracts/risk';
import { formatMoney } from '@/lib/core/money';
import type { CallOutcome } from '@/lib/domain/cancel-risk';

const OUTCOMES: readonly { outcome: CallOutcome; act: string; past: string }[] = [
  { outcome: 'reached', act: 'Reached', past: 'Reached' },
  { outcome: 'no-answer', act: 'No answer', past: 'No answer' },
  { outcome: 'do-not-call', act: 'Do not call', past: 'Asked not to be called' },
];

const Last = ({ last }: { last: CallBack['last'] }) =>
  last === null ? (
    <p className="text-faint text-xs">No conversation to show.</p>
  ) : (
    <div className="flex items-start gap-2 text-sm">
      <span className="mt-1">
        <ChannelMark channel={last.channel} />
      </span>
      <div className="min-w-0">
        <p className="text-faint text-xs">
          Last wrote <Instant at={last.at} />
        </p>
        {last.said === '' ? null : (
          <blockquote className="wrap-anywhere text-muted">“{last.said}”</blockquote>
        )}
      </div>
    </div>
  );

const Called = ({ called }: { called: NonNullable<CallBack['called']> }) => (
  <p className="text-muted text-xs">
    {OUTCOMES.find(({ outcome }) => outcome === called.outcome)?.past} · {called.by} ·{' '}
    <Instant at={called.at} />
  </p>
);

/** One customer: who they are, what drives the risk, what they last said, and what came of ringing them. */
export const CallBackCard = ({ customer }: { customer: CallBack }) => {
  const client = useQueryClient();
  const record = useMutation({
    ...recordCallMutation(client),
    onError: (thrown) => toast(explain(thrown), 'danger'),
  });
  const { called, last } = customer;
  const mayRing = called === null || called.outcome === 'no-answer';
  return (
    <article
      aria-label={`Call back ${customer.name}`}
      className="grid gap-3 rounded-lg border bg-surface p-3 md:grid-cols-2"
    >
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="truncate font-semibold">{customer.name}</h3>
          <TierMark tier={customer.tier} />
          <Band risk={customer} />
          {customer.inContact ? <Badge tone="accent">In contact now</Badge> : null}
        </div>
        <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
          {customer.phone === null ? (
            <span>No telephone number</span>
          ) : (
            <a href={`tel:${customer.phone}`} className="inline-flex items-center gap-1 underline">
              <Phone aria-hidden="true" className="size-3.5" /> {customer.phone}
            </a>
          )}
          <span className="tabular-nums">{formatMoney(customer.monthly)} a month</span>
          {customer.area === null ? null : <span>{customer.area}</span>}
        </p>
        <Drivers drivers={customer.drivers} />
      </div>
      <div className="flex min-w-0 flex-col gap-2">
        <Last last={last} />
        <div className="mt-auto flex flex-wrap items-center gap-1">
          {called === null ? null : <Called called={called} />}
          {mayRing
            ? OUTCOMES.map(({ outcome, act }) => (
                <Button
                  key={outcome}
                  size="sm"
                  disabled={record.isPending}
                  onClick={() => record.mutate({ id: customer.customerId, outcome })}
                >
                  {act}
                </Button>
              ))
            : null}
          {last === null ? null : (
            <Link
              href={`/desk?c=${last.conversationId}`}
              className="ml-auto inline-flex h-7 items-center gap-1.5 rounded-md px-2 font-medium text-muted text-xs hover:bg-hover hover:text-text"
            >
              <MessagesSquare aria-hidden="true" className="size-4" /> Open conversation
            </Link>
          )}
        </div>
      </div>
    </article>
  );
};
