'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast-store';
import { connection } from '@/lib/client/connection';
import { explain } from '@/lib/client/query-client';
import { presentMutation } from '@/lib/client/retention';
import { useStore } from '@/lib/client/store';
import { useAnswer } from './use-answer';

/** What is done with an offer once it was said, apart from its acceptance, which is an approval. */
export interface OfferDoings {
  offline: boolean;
  busy: boolean;
  present: (offerId: string) => void;
  decline: (offerId: string, reason: string, then: () => void) => void;
  ignore: (offerId: string) => void;
}

const onError = (thrown: Error): void => toast(`Not recorded. ${explain(thrown)}`, 'danger');

export const useOffer = (conversationId: string): OfferDoings => {
  const offline = useStore(connection) === 'lost';
  const presenting = useMutation({ ...presentMutation(useQueryClient(), conversationId), onError });
  const answering = useAnswer(conversationId);
  const answer = (
    offer: string,
    said: 'declined' | 'ignored',
    reason: string | null,
    then?: () => void,
  ): void =>
    answering.mutate(
      { offer, body: { answer: said, reason } },
      { onError, ...(then === undefined ? {} : { onSuccess: then }) },
    );
  return {
    offline,
    busy: presenting.isPending || answering.isPending,
    present: (offer) => presenting.mutate(offer),
    decline: (offer, reason, then) => answer(offer, 'declined', reason, then),
    ignore: (offer) => answer(offer, 'ignored', null),
  };
};
