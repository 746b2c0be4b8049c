import { HeartHandshake } from 'lucide-react';
import { TierMark, tierName } from '@/components/marks/tier-mark';
import { sayDay } from '@/components/marks/time';
import { Badge } from '@/components/ui/badge';
import { Fold } from '@/components/ui/fold';
import type { Account } from '@/lib/domain/customer';
import { FactLine, FactList, MoneyText, Status } from './account-facts';

const Who = ({ customer }: { customer: Account['customer'] }) => (
  <section aria-label="Customer" className="flex flex-col gap-2 border-b px-4 py-3 text-sm">
    <p className="flex flex-wrap items-center gap-2">
      <span className="font-mono text-xs">{customer.accountNumber ?? 'no account number'}</span>
      {customer.tier === 'standard' ? (
        <Badge>{tierName(customer.tier)}</Badge>
      ) : (
        <TierMark tier={customer.tier} />
      )}
      {customer.vulnerable ? (
        <Badge tone="warn">
          <HeartHandshake aria-hidden="true" /> Needs extra care
        </Badge>
      ) : null}
      {customer.autopay ? <Badge tone="ok">AutoPay</Badge> : null}
    </p>
    <dl className="grid grid-cols-[8rem_1fr] gap-x-2 gap-y-1 [&_dt]:text-muted">
      <dt>Customer since</dt>
      <dd>{customer.since === null ? 'not known' : sayDay(customer.since)}</dd>
      <dt>Area</dt>
      <dd>{customer.area ?? 'not known'}</dd>
      <dt>Language</dt>
      <dd>{customer.language}</dd>
      <dt>Email</dt>
      <dd className="break-all">{customer.email ?? 'none'}</dd>
      <dt>Phone</dt>
      <dd>{customer.phone ?? 'none'}</dd>
      <dt>Price lock</dt>
      <dd>{customer.priceLockUntil === null ? 'none' : `until ${sayDay(customer.priceLockUntil)}`}</dd>
    </dl>
    {customer.notes.map((note) => (
      <p key={note} className="rounded-md bg-note-soft px-2 py-1">
        {note}
      </p>
    ))}
  </section>
);

/** Everything of one account, the newest first in every list. */
export const AccountBody = ({ account }: { account: Account }) => (
  <>
    <Who customer={account.customer} />
    <FactList title="Services" items={account.services} none="No services." keyOf={({ id }) => id}>
      {(service) => (
        <FactLine
          what={service.plan}
          about={`since ${sayDay(service.since)}`}
          right={<MoneyText amount={service.price} />}
        />
      )}
    </FactList>
    <FactList title="Bills" items={account.invoices} none="No bills yet." keyOf={({ id }) => id}>
      {(invoice) => (
        <>
          <FactLine
            what={<span className="font-mono text-xs">{invoice.number}</span>}
            about={`due ${sayDay(invoice.due)}`}
            right={
              <>
                <Status of={invoice.status} />
                <MoneyText amount={invoice.total} />
              </>
            }
          />
          <Fold summary={`${invoice.charges.length} charges`} className="ml-2">
            {invoice.charges.map((charge) => (
              <FactLine
                key={charge.id}
                what={<span className="pl-5 text-muted">{charge.label}</span>}
                right={<MoneyText amount={charge.amount} />}
              />
            ))}
          </Fold>
        </>
      )}
    </FactList>
    <FactList title="Payments" items={account.payments} none="No payments yet." keyOf={({ id }) => id}>
      {(payment) => (
        <FactLine
          what={sayDay(payment.on)}
          about={payment.method}
          right={
            <>
              <Status of={payment.status} />
              <MoneyText amount={payment.amount} />
            </>
          }
        />
      )}
    </FactList>
    <FactList title="Credits" items={account.credits} none="No credits." keyOf={({ id }) => id}>
      {(credit) => (
        <FactLine what={credit.kind} about={sayDay(credit.on)} right={<MoneyText amount={credit.amount} />} />
      )}
    </FactList>
    <FactList title="Orders" items={account.orders} none="No orders." keyOf={({ id }) => id}>
      {(order) => (
        <FactLine
          what={order.item}
          about={`${order.number} · placed ${sayDay(order.placed)}${order.expected === null ? '' : ` · expected ${sayDay(order.expected)}`}`}
          right={
            <>
              <Status of={order.status} />
              <MoneyText amount={order.amount} />
            </>
          }
        />
      )}
    </FactList>
    <FactList title="Devices" items={account.devices} none="No devices." keyOf={({ id }) => id}>
      {(device) => (
        <FactLine
          what={device.model}
          about={`since ${sayDay(device.installed)}`}
          right={<Status of={device.status} />}
        />
      )}
    </FactList>
    <FactList title="Visits" items={account.visits} none="No visits." keyOf={({ id }) => id}>
      {(visit) => (
        <FactLine
          what={`${sayDay(visit.on)}, ${visit.window}`}
          about={`${visit.kind} · ${visit.number}`}
          right={
            <>
              <Status of={visit.status} />
              <MoneyText amount={visit.tripFee} />
            </>
          }
        />
      )}
    </FactList>
    <FactList
      title="Earlier conversations"
      items={account.history}
      none="This is the first one."
      keyOf={({ conversationId }) => conversationId}
    >
      {(past) => (
        <FactLine
          what={past.intent ?? 'Not read'}
          about={`${sayDay(past.on)} · ${past.channel}${past.outcome === null ? '' : ` · ${past.outcome}`}`}
          right={
            past.csat === null ? null : (
              <span className="text-muted text-xs tabular-nums">rated {past.csat} of 5</span>
            )
          }
        />
      )}
    </FactList>
  </>
);
