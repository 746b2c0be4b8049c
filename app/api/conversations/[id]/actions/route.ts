import { approveAction as approve, listActions as list } from '@/lib/contracts/actions';
import { route } from '@/lib/http/route';
import { approveAction } from '@/lib/use-cases/approve-action';
import { listActions } from '@/lib/use-cases/list-actions';

export const GET = route(list, listActions);
export const POST = route(approve, approveAction);
