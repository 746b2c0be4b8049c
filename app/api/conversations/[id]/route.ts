import { getConversation as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { getConversation } from '@/lib/use-cases/get-conversation';

export const GET = route(contract, getConversation);
