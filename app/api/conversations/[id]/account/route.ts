import { getAccount as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { getAccount } from '@/lib/use-cases/get-account';

export const GET = route(contract, getAccount);
