import { listApprovals as contract } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { listApprovals } from '@/lib/use-cases/list-approvals';

export const GET = route(contract, listApprovals);
