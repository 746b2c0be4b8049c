import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { actionsQuery, approvalsQuery } from './account-actions';
import { applyEvent } from './apply-event';
import { conversationKeys, cuesQuery, liveReplyQuery } from './conversations';
import type { QueueData } from './patch-queue';
import { retentionQuery } from './retention';
import { actionOf, viewOf } from './testing-actions';
import { rowOf, turnOf } from './testing-rows';

const queue = (
  client: QueryClient,
  filter: Parameters<typeof conversationKeys.queue>[0],
): string[] | undefined =>
  client
    .getQueryData<QueueData>(conversationKeys.queue(filter))
    ?.pages.flatMap(({ rows }) => rows.map(({ id }) => id));

const withQueues = (): QueryClient => {
  const client = new QueryClient();
  const pages = [{ rows: [rowOf('a')], next: null }];
  for (const view of ['mine', 'open'] as const)
    client.setQueryData(conversationKeys.queue({ view }), { pages, pageParams: [''] });
  return client;
};

describe('the stream', () => {
  it('patches every queue that is held, each by its own filter', () => {
    const client = withQueues();
    applyEvent(client, { kind: 'conversation.changed', row: rowOf('b', { assigneeId: 'me' }) }, 'me');
    applyEvent(client, { kind: 'conversation.changed', row: rowOf('c', { assigneeId: 'other' }) }, 'me');
    expect(queue(client, { view: 'mine' })?.sort()).toEqual(['a', 'b']);
    expect(queue(client, { view: 'open' })?.sort()).toEqual(['a', 'b', 'c']);
    expect(queue(client, { view: 'closed' })).toBeUndefined();
  });

  it('leaves what nobody looks at alone', () => {
    const client = new QueryClient();
    applyEvent(client, { kind: 'turn.added', turn: turnOf(1) }, 'me');
    applyEvent(client, { kind: 'cues.withdrawn', conversationId: 'c' }, 'me');
    expect(client.getQueryData(conversationKeys.view('c'))).toBeUndefined();
    expect(client.getQueryData(cuesQuery('c').queryKey)).toBeUndefined();
  });

  it('shows the reply as it is written, until the conversation moves on', () => {
    const client = new QueryClient();
    const live = () => client.getQueryData(liveReplyQuery('c').queryKey)?.text;
    applyEvent(client, { kind: 'reply.delta', conversationId: 'c', runId: 'r', text: 'I can' }, 'me');
    applyEvent(client, { kind: 'reply.delta', conversationId: 'c', runId: 'r', text: ' see' }, 'me');
    expect(live()).toBe('I can see');
    applyEvent(client, { kind: 'reply.delta', conversationId: 'c', runId: 's', text: 'You' }, 'me');
    expect(live()).toBe('You');
    applyEvent(client, { kind: 'cues.withdrawn', conversationId: 'c' }, 'me');
    expect(live()).toBeUndefined();
  });

  it('shows an action as it is now, and has offers and approvals asked for again', async () => {
    const client = new QueryClient();
    client.setQueryData(actionsQuery('c').queryKey, viewOf({ actions: [actionOf(1)] }));
    client.setQueryData(approvalsQuery('waiting').queryKey, { actions: [] });
    for (const id of ['c', 'other'])
      client.setQueryData(retentionQuery(id).queryKey, {
        risk: { is: 'abstained', because: 'Too few outcomes are known' },
        shown: [],
        withheld: [],
        responses: [],
        quietUntil: null,
        mayPresent: true,
      });
    const stale = (key: readonly unknown[]) => client.getQueryState(key)?.isInvalidated;
    const action = actionOf(1, { state: 'done' });
    applyEvent(client, { kind: 'action.changed', conversationId: 'c', action }, 'me');
    expect(client.getQueryData(actionsQuery('c').queryKey)?.actions).toEqual([action]);
    expect(stale(approvalsQuery('waiting').queryKey)).toBe(true);
    await expect.poll(() => stale(retentionQuery('c').queryKey)).toBe(true);
    expect(stale(retentionQuery('other').queryKey)).toBe(false);
    expect(stale(actionsQuery('c').queryKey)).toBe(false);
    applyEvent(client, { kind: 'retention.changed', conversationId: 'other' }, 'me');
    await expect.poll(() => stale(retentionQuery('other').queryKey)).toBe(true);
    applyEvent(client, { kind: 'cues.stored', conversationId: 'c', runId: 'r', cues: [] }, 'me');
    await expect.poll(() => stale(actionsQuery('c').queryKey)).toBe(true);
  });
});
