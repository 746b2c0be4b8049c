import { presentOffer as contract } from '@/lib/contracts/retention';
import { route } from '@/lib/http/route';
import { presentOffer } from '@/lib/use-cases/present-offer';

export const POST = route(contract, presentOffer);
