import { retryAction as contract } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { retryAction } from '@/lib/use-cases/retry-action';

export const POST = route(contract, retryAction);
