import { rescheduleVisit as contract } from '@/lib/contracts/public-visits';
import { keyedRoute } from '@/lib/http/route';
import { rescheduleVisit } from '@/lib/use-cases/visits-for-systems';

export const POST = keyedRoute(contract, rescheduleVisit);
