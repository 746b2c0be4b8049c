import { getRetention as contract } from '@/lib/contracts/retention';
import { route } from '@/lib/http/route';
import { getRetention } from '@/lib/use-cases/get-retention';

export const GET = route(contract, getRetention);
