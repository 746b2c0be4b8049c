import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData, mutationOptions, queryOptions, replaceEqualDeep } from '@tanstack/react-query';
import type { z } from 'zod';
import {
  type ActionsView,
  approveAction,
  listActions,
  listApprovals,
  lookUp,
  previewAction,
  previewReversal,
  retryAction,
  reverseAction,
  secondApproval,
} from '../contracts/actions';
import type { Action, ActionState } from '../domain/action';
import type { ReadTool, WriteTool } from '../domain/tool';
import { call } from './call';
import { conversationKeys } from './conversations';
import { mergeActions, patchActions } from './patch-actions';

export type ActionParams = z.input<typeof previewAction.body>['params'];

/** Asked for once and never behind the back of whoever reads it: an approval is bound to what was on the screen. */
const ASKED_ONCE = { staleTime: 'static', gcTime: 0, retry: false } as const;

export const actionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...conversationKeys.one(id), 'actions'],
    queryFn: ({ signal }) => call(listActions, { params: { id }, signal }),
    structuralSharing: (held, fetched) =>
      replaceEqualDeep(held, mergeActions(held as ActionsView | undefined, fetched as ActionsView)),
  });

/** What an action would do; keyed by its parameters, so that an older answer never stands in for a newer question. */
export const actionPreviewQuery = (id: string, tool: WriteTool, params: ActionParams) =>
  queryOptions({
    ...ASKED_ONCE,
    queryKey: [...conversationKeys.one(id), 'preview', tool, params],
    queryFn: ({ signal }) => call(previewAction, { params: { id }, body: { tool, params }, signal }),
    placeholderData: keepPreviousData,
  });

export const reversalPreviewQuery = (actionId: string) =>
  queryOptions({
    ...ASKED_ONCE,
    queryKey: ['actions', actionId, 'reversal'],
    queryFn: ({ signal }) => call(previewReversal, { params: { id: actionId }, signal }),
  });

export const lookUpQuery = (id: string, tool: ReadTool, params: ActionParams) =>
  queryOptions({
    ...ASKED_ONCE,
    queryKey: [...conversationKeys.one(id), 'look-up', tool, params],
    queryFn: ({ signal }) => call(lookUp, { params: { id }, body: { tool, params }, signal }),
  });

export const approvalKeys = { all: ['approvals'] as const };

export const approvalsQuery = (state: ActionState) =>
  queryOptions({
    queryKey: [...approvalKeys.all, state],
    queryFn: ({ signal }) => call(listApprovals, { query: { state }, signal }),
  });

/** Shows an action as it is now, wherever it is listed. */
export const storeAction = (client: QueryClient, action: Action): void => {
  if (action.conversationId !== null)
    client.setQueryData(
      actionsQuery(action.conversationId).queryKey,
      (held) => held && patchActions(held, action),
    );
  void client.invalidateQueries({ queryKey: approvalKeys.all });
};

const storing = (client: QueryClient) => ({
  onSuccess: ({ action }: { action: Action }) => storeAction(client, action),
});

export type ApprovalInput = z.input<typeof approveAction.body>;

export const approveMutation = (client: QueryClient, id: string) =>
  mutationOptions({
    mutationFn: (body: ApprovalInput) => call(approveAction, { params: { id }, body }),
    ...storing(client),
  });

export const reverseMutation = (client: QueryClient, actionId: string) =>
  mutationOptions({
    mutationFn: (body: z.input<typeof reverseAction.body>) =>
      call(reverseAction, { params: { id: actionId }, body }),
    ...storing(client),
  });

export const retryMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (actionId: string) => call(retryAction, { params: { id: actionId } }),
    ...storing(client),
  });

export const secondApprovalMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, ...body }: { id: string } & z.input<typeof secondApproval.body>) =>
      call(secondApproval, { params: { id }, body }),
    ...storing(client),
    onError: () => client.invalidateQueries({ queryKey: approvalKeys.all }),
  });
