'use client';
import { CueSection } from '@/components/assist/cue-section';
import { goToSection } from '@/components/assist/go-to-section';
import { useShortcut } from '@/components/shell/use-shortcut';
import type { RetentionView } from '@/lib/contracts/retention';
import type { DecidedOffer } from '@/lib/domain/offer';
import { Answers } from './answers';
import { heldBackBy } from './held-back-by';
import { OfferCard } from './offer-card';
import { QuietSwitch } from './quiet-switch';
import { useOffer } from './use-offer';
import { Withheld } from './withheld';

const SECTION = 'offers';

interface OffersSectionProps {
  conversationId: string;
  view: RetentionView;
  readOnly: boolean;
  mayReply: boolean;
}

/** Offers on the table: those shown, and one that was put to the customer and waits for an answer, whatever the rules say of it since. */
const onTable = ({
  shown,
  withheld,
  responses,
}: RetentionView): { offer: DecidedOffer; presented: boolean }[] => {
  const waiting = new Set(
    responses.filter(({ response }) => response === 'presented').map(({ offerId }) => offerId),
  );
  return [...shown, ...withheld.filter(({ id }) => waiting.has(id))].map((offer) => ({
    offer,
    presented: waiting.has(offer.id),
  }));
};

/** What holds all of them back comes first: it is what a rep would ask. */
const emptyWords = ({ quietUntil, withheld }: RetentionView): string => {
  if (quietUntil !== null) return 'Quiet: nothing is offered on your screen.';
  if (withheld.length === 0) return 'There are no offers.';
  const because = heldBackBy(withheld).slice(0, 2);
  return because.length === 0
    ? 'No offer fits now: below is what holds each back.'
    : `No offer fits now. ${because.map((sentence) => `${sentence}.`).join(' ')}`;
};

/** At most two offers that truly fit, and why; the others folded with what holds them back. */
export const OffersSection = ({ conversationId, view, readOnly, mayReply }: OffersSectionProps) => {
  const doings = useOffer(conversationId);
  const mayPresent = !readOnly && view.mayPresent;
  const cards = onTable(view);
  const titles = new Map([...view.shown, ...view.withheld].map(({ id, title }) => [id, title]));
  useShortcut('offers', () => goToSection(SECTION));
  return (
    <CueSection
      title="Offers"
      id={SECTION}
      aside={mayPresent ? <QuietSwitch until={view.quietUntil} /> : null}
    >
      {cards.length === 0 ? (
        <p className="text-muted">{emptyWords(view)}</p>
      ) : (
        <div className="flex flex-col gap-2">
          {cards.map(({ offer, presented }) => (
            <OfferCard
              key={offer.id}
              conversationId={conversationId}
              offer={offer}
              presented={presented}
              mayPresent={mayPresent}
              mayReply={mayReply}
              doings={doings}
            />
          ))}
        </div>
      )}
      <Answers
        conversationId={conversationId}
        responses={view.responses}
        titleOf={(id) => titles.get(id) ?? id.replaceAll('-', ' ')}
      />
      <Withheld offers={view.withheld.filter(({ id }) => cards.every(({ offer }) => offer.id !== id))} />
    </CueSection>
  );
};
