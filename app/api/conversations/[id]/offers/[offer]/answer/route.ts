import { answerOffer as contract } from '@/lib/contracts/retention';
import { route } from '@/lib/http/route';
import { answerOffer } from '@/lib/use-cases/answer-offer';

export const POST = route(contract, answerOffer);
