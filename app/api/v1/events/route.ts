import { listEvents as contract } from '@/lib/contracts/public-events';
import { apiRoute } from '@/lib/http/route';
import { listEvents } from '@/lib/use-cases/list-events';

export const GET = apiRoute(contract, listEvents);
