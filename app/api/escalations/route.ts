import { listEscalations as contract } from '@/lib/contracts/escalations';
import { route } from '@/lib/http/route';
import { listEscalations } from '@/lib/use-cases/list-escalations';

export const GET = route(contract, listEscalations);
