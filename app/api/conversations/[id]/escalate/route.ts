import { escalateConversation as contract } from '@/lib/contracts/escalations';
import { route } from '@/lib/http/route';
import { escalateConversation } from '@/lib/use-cases/escalate-conversation';

export const POST = route(contract, escalateConversation);
