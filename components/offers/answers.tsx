'use client';
import { useQuery } from '@tanstack/react-query';
import { Ban, CircleCheck, type LucideIcon, ThumbsDown } from 'lucide-react';
import { Time } from '@/components/marks/time';
import { actionsQuery } from '@/lib/client/account-actions';
import type { OfferAnswer, OfferResponse } from '@/lib/domain/offer';

const ANSWERS: Record<OfferAnswer, { icon: LucideIcon; word: string }> = {
  accepted: { icon: CircleCheck, word: 'Accepted' },
  declined: { icon: ThumbsDown, word: 'Declined' },
  ignored: { icon: Ban, word: 'Ignored' },
};

interface AnswersProps {
  conversationId: string;
  responses: readonly OfferResponse[];
  titleOf: (offerId: string) => string;
}

const isAnswered = (response: OfferResponse): response is OfferResponse & { response: OfferAnswer } =>
  response.response !== 'presented';

/** What the customer said to the offers of this conversation; of an accepted one, what it became. */
export const Answers = ({ conversationId, responses, titleOf }: AnswersProps) => {
  const { data } = useQuery(actionsQuery(conversationId));
  const answered = responses.filter(isAnswered);
  if (answered.length === 0) return null;
  return (
    <ul aria-label="Answers" className="mt-2 flex flex-col gap-1 text-xs">
      {answered.map(({ id, offerId, response, reason, answeredAt, presentedAt, actionId }) => {
        const { icon: Icon, word } = ANSWERS[response];
        const receipt = data?.actions.find((action) => action.id === actionId)?.receipt ?? null;
        return (
          <li key={id} className="flex items-start gap-1.5">
            <Icon aria-hidden="true" className="mt-0.5 size-3.5 shrink-0 text-faint" />
            <span className="min-w-0">
              <span className="font-medium">{word}</span> {titleOf(offerId)}
              {reason === null ? '' : `: ${reason}`}
              {receipt === null ? null : (
                <span className="block text-muted">
                  {receipt.outcome.sentence} · receipt <span className="font-mono">{receipt.number}</span>
                </span>
              )}
            </span>
            <Time at={answeredAt ?? presentedAt} className="ml-auto shrink-0 text-faint tabular-nums" />
          </li>
        );
      })}
    </ul>
  );
};
