import { acceptEscalation as contract } from '@/lib/contracts/escalations';
import { route } from '@/lib/http/route';
import { acceptEscalation } from '@/lib/use-cases/accept-escalation';

export const POST = route(contract, acceptEscalation);
