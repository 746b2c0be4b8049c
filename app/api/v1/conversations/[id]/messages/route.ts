import { listMessages as contract } from '@/lib/contracts/messages';
import { apiRoute } from '@/lib/http/route';
import { listMessages } from '@/lib/use-cases/list-messages';

export const GET = apiRoute(contract, listMessages);
