import { takeConversation as contract } from '@/lib/contracts/conversations';
import { route } from '@/lib/http/route';
import { takeConversation } from '@/lib/use-cases/take-conversation';

export const POST = route(contract, takeConversation);
