import { currentUser } from '@/lib/auth/current-user';
import { AppError } from '@/lib/core/errors';
import { problemResponse } from '@/lib/http/problem';
import { eventStream } from '@/lib/http/sse';
import { followDesk } from '@/lib/use-cases/follow-desk';
import { actorOfSession } from '@/lib/use-cases/sign-in';

const lastEventId = (request: Request): bigint | null => {
  const raw = request.headers.get('last-event-id');
  return raw !== null && /^\d{1,18}$/.test(raw) ? BigInt(raw) : null;
};

/** The one stream of a console: everything in its scope, resumable on any process. */
export const GET = async (request: Request): Promise<Response> => {
  const actor = await currentUser();
  if (!actor)
    return problemResponse(
      new AppError('unauthenticated', 'no session', { userMessage: 'Sign in to go on.' }),
    );
  const stillAllowed = async () => {
    const now = await actorOfSession(actor.sessionId);
    return now !== null && now.role === actor.role && now.teamId === actor.teamId;
  };
  return eventStream(request, stillAllowed, async (stream) => {
    stream.send({ event: 'hello', data: {} });
    return followDesk(actor, lastEventId(request), (followed) => {
      for (const { id, event } of followed)
        stream.send(id === null ? { data: event } : { id: String(id), data: event });
    });
  });
};
