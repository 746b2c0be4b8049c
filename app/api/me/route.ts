import { getMe as contract } from '@/lib/contracts/people';
import { route } from '@/lib/http/route';
import { getMe } from '@/lib/use-cases/get-me';

export const GET = route(contract, getMe);
