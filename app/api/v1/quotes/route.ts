import { quoteVisit as contract } from '@/lib/contracts/public-visits';
import { apiRoute } from '@/lib/http/route';
import { quoteVisit } from '@/lib/use-cases/visits-for-systems';

export const POST = apiRoute(contract, quoteVisit);
