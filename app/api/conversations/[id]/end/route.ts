import { startWrapUp as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { startWrapUp } from '@/lib/use-cases/start-wrap-up';

export const POST = route(contract, startWrapUp);
