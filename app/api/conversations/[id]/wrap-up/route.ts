import { finishWrapUp as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { finishWrapUp } from '@/lib/use-cases/finish-wrap-up';

export const PUT = route(contract, finishWrapUp);
