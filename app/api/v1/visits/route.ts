import { bookVisit as contract } from '@/lib/contracts/public-visits';
import { keyedRoute } from '@/lib/http/route';
import { bookVisit } from '@/lib/use-cases/visits-for-systems';

export const POST = keyedRoute(contract, bookVisit);
