import { listTurns as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { listTurns } from '@/lib/use-cases/list-turns';

export const GET = route(contract, listTurns);
