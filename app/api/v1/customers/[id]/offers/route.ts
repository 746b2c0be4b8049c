import { getCustomerOffers as contract } from '@/lib/contracts/public-retention';
import { apiRoute } from '@/lib/http/route';
import { decideCustomerOffers } from '@/lib/use-cases/decide-customer-offers';

export const GET = apiRoute(contract, decideCustomerOffers);
