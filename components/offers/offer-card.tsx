'use client';
import { CornerDownLeft, HandCoins, MessageSquareQuote, ThumbsUp } from 'lucide-react';
import { ClauseTrace } from '@/components/actions/clause-trace';
import { useOpenPanel } from '@/components/actions/open-panel';
import { useConversationPorts } from '@/components/conversation/ports';
import { Button } from '@/components/ui/button';
import { Fold } from '@/components/ui/fold';
import { formatMoney } from '@/lib/core/money';
import type { DecidedOffer } from '@/lib/domain/offer';
import { AcceptancePanel } from './acceptance-panel';
import { DeclineForm } from './decline-form';
import type { OfferDoings } from './use-offer';

interface OfferCardProps {
  conversationId: string;
  offer: DecidedOffer;
  /** Put to the customer and not answered yet. */
  presented: boolean;
  mayPresent: boolean;
  mayReply: boolean;
  doings: OfferDoings;
}

const Worth = ({ offer }: { offer: DecidedOffer }) => (
  <p className="text-muted text-xs">
    <HandCoins aria-hidden="true" className="mr-1 inline size-3.5" />
    {offer.value.minor === 0 && offer.cost.minor === 0 ? (
      'No money changes hands'
    ) : (
      <>
        Worth <span className="font-medium text-text tabular-nums">{formatMoney(offer.value)}</span> to the
        customer; costs us <span className="tabular-nums">{formatMoney(offer.cost)}</span>
      </>
    )}
  </p>
);

/** An offer of which every clause is true now: what it is worth, what to say, why it fits, and what the customer answered. */
export const OfferCard = ({
  conversationId,
  offer,
  presented,
  mayPresent,
  mayReply,
  doings,
}: OfferCardProps) => {
  const { composer } = useConversationPorts();
  const panel = useOpenPanel();
  const accepting = `accept ${offer.id}`;
  const declining = `decline ${offer.id}`;
  const { offline, busy } = doings;
  return (
    <article aria-label={offer.title} className="flex flex-col gap-1.5 rounded-md border px-3 py-2">
      <h4 className="font-medium">{offer.title}</h4>
      <Worth offer={offer} />
      <p className="flex items-start gap-1.5">
        <MessageSquareQuote aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
        <span>{offer.say}</span>
      </p>
      {mayPresent ? (
        <div className="flex flex-wrap items-center gap-1">
          <Button
            size="sm"
            look={presented ? 'secondary' : 'primary'}
            disabled={!mayReply}
            onClick={() => composer.current?.insert(offer.say, null)}
          >
            <CornerDownLeft aria-hidden="true" /> Insert
          </Button>
          {presented ? (
            <>
              <Button
                size="sm"
                look="primary"
                disabled={offline || busy}
                aria-expanded={panel.isOpen(accepting)}
                onClick={() => panel.toggle(accepting)}
              >
                <ThumbsUp aria-hidden="true" /> Accepted
              </Button>
              <Button
                size="sm"
                disabled={offline || busy}
                aria-expanded={panel.isOpen(declining)}
                onClick={() => panel.toggle(declining)}
              >
                Declined
              </Button>
              <Button
                size="sm"
                look="ghost"
                disabled={offline || busy}
                onClick={() => doings.ignore(offer.id)}
              >
                Ignored
              </Button>
            </>
          ) : (
            <Button size="sm" disabled={offline || busy} onClick={() => doings.present(offer.id)}>
              Present
            </Button>
          )}
          {offline ? <span className="text-muted text-xs">No connection</span> : null}
        </div>
      ) : null}
      {mayPresent && presented && panel.isOpen(accepting) ? (
        <AcceptancePanel
          conversationId={conversationId}
          offer={offer}
          onClose={panel.close}
          onApproved={panel.leadTo}
        />
      ) : null}
      {mayPresent && presented && panel.isOpen(declining) ? (
        <DeclineForm
          busy={busy}
          onClose={panel.close}
          onDecline={(reason) => doings.decline(offer.id, reason, panel.close)}
        />
      ) : null}
      <Fold summary={<span className="text-xs">Why it fits</span>}>
        <div className="mt-1 ml-4.5">
          <ClauseTrace clauses={offer.clauses} />
        </div>
      </Fold>
    </article>
  );
};
