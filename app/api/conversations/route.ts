import { listQueue as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { listQueue } from '@/lib/use-cases/list-queue';

export const GET = route(contract, listQueue);
