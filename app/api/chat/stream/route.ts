import { AppError } from '@/lib/core/errors';
import { chatTokenOf } from '@/lib/http/chat-token';
import { problemResponse } from '@/lib/http/problem';
import { eventStream } from '@/lib/http/sse';
import { followChat } from '@/lib/use-cases/follow-chat';

/** What happens in this browser's own chat. It reads the chat again after a reconnect, so nothing is resumed here. */
export const GET = async (request: Request): Promise<Response> => {
  const token = chatTokenOf(request);
  if (token === null) return problemResponse(new AppError('not_found', 'no chat in this browser'));
  return eventStream(
    request,
    async () => true,
    async (stream) => {
      stream.send({ event: 'hello', data: {} });
      const leave = await followChat(token, (event) => stream.send({ data: event }));
      if (!leave) stream.close();
      return leave ?? (() => undefined);
    },
  );
};
