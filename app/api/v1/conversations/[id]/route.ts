import { getPublicConversation as contract } from '@/lib/contracts/public-conversations';
import { apiRoute } from '@/lib/http/route';
import { getPublicConversation } from '@/lib/use-cases/public-conversation';

export const GET = apiRoute(contract, getPublicConversation);
