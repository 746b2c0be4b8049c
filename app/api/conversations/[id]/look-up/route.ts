import { lookUp as contract } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { lookUp } from '@/lib/use-cases/look-up';

export const POST = route(contract, lookUp);
