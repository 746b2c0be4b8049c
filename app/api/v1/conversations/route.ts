import { listPublicConversations as contract } from '@/lib/contracts/public-conversations';
import { apiRoute } from '@/lib/http/route';
import { listPublicConversations } from '@/lib/use-cases/public-conversation';

export const GET = apiRoute(contract, listPublicConversations);
