import { sayInChat as contract } from '@/lib/contracts/chat';
import { chatCookie, chatTokenOf } from '@/lib/http/chat-token';
import { openRoute } from '@/lib/http/route';
import { sayInChat } from '@/lib/use-cases/say-in-chat';

/** The answer carries the cookie by which this browser finds its chat again. */
export const POST = async (
  request: Request,
  context: Parameters<ReturnType<typeof openRoute>>[1],
): Promise<Response> => {
  let token = chatTokenOf(request);
  const answer = await openRoute(
    contract,
    async () => token,
    async (secret, { body }) => {
      const said = await sayInChat(secret, body);
      token = said.token;
      return { message: said.message, personRequested: said.personRequested };
    },
  )(request, context);
  if (answer.ok && token !== null)
    answer.headers.append('set-cookie', chatCookie(token, new URL(request.url).protocol === 'https:'));
  return answer;
};
