import { secondApproval as contract } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { secondApproval } from '@/lib/use-cases/second-approval';

export const POST = route(contract, secondApproval);
