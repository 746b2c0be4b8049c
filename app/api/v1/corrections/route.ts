import { receiveCorrection as contract } from '@/lib/contracts/public-corrections';
import { keyedRoute } from '@/lib/http/route';
import { receiveCorrection } from '@/lib/use-cases/receive-correction';

export const POST = keyedRoute(contract, receiveCorrection);
