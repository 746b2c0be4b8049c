import { getTrace as contract } from '@/lib/contracts/cues';
import { route } from '@/lib/http/route';
import { getTrace } from '@/lib/use-cases/get-trace';

export const GET = route(contract, getTrace);
