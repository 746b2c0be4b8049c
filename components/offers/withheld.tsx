'use client';
import { useState } from 'react';
import { ClauseTrace } from '@/components/actions/clause-trace';
import { Badge } from '@/components/ui/badge';
import { Fold } from '@/components/ui/fold';
import type { DecidedOffer } from '@/lib/domain/offer';

const OUTCOMES: Record<DecidedOffer['outcome'], string> = {
  // Every clause of it is true, and what is shown is better for this customer.
  eligible: 'Fits, but another fits better',
  'not-eligible': 'Does not fit',
  unknown: 'Not known whether it fits',
};

/** Every offer that is not shown, each with the rules that hold it back; written out when it is unfolded. */
export const Withheld = ({ offers }: { offers: readonly DecidedOffer[] }) => {
  const [open, setOpen] = useState(false);
  if (offers.length === 0) return null;
  return (
    <Fold summary={`Withheld, why (${offers.length})`} className="mt-2" onToggle={setOpen}>
      {open ? (
        <ul aria-label="Withheld offers" className="mt-1 ml-4.5 flex flex-col gap-3">
          {offers.map((offer) => (
            <li key={offer.id} className="flex flex-col gap-1">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{offer.title}</span> <Badge>{OUTCOMES[offer.outcome]}</Badge>
              </p>
              <ClauseTrace clauses={offer.clauses} />
            </li>
          ))}
        </ul>
      ) : null}
    </Fold>
  );
};
