import { getChat as contract } from '@/lib/contracts/chat';
import { chatTokenOf } from '@/lib/http/chat-token';
import { openRoute } from '@/lib/http/route';
import { getChat } from '@/lib/use-cases/get-chat';

export const GET = openRoute(contract, async (request) => chatTokenOf(request), getChat);
