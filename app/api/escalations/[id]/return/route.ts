import { returnEscalation as contract } from '@/lib/contracts/escalations';
import { route } from '@/lib/http/route';
import { returnEscalation } from '@/lib/use-cases/return-escalation';

export const POST = route(contract, returnEscalation);
