import { recordCall as contract } from '@/lib/contracts/risk';
import { route } from '@/lib/http/route';
import { recordCall } from '@/lib/use-cases/record-call';

export const POST = route(contract, recordCall);
