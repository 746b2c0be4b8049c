import { listCallBacks as contract } from '@/lib/contracts/risk';
import { route } from '@/lib/http/route';
import { listCallBacks } from '@/lib/use-cases/list-risk';

export const GET = route(contract, listCallBacks);
