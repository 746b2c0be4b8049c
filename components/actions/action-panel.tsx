'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDebounced } from '@/components/conversation/use-debounced';
import { useDesk } from '@/components/shell/desk-context';
import {
  type ActionParams,
  type ApprovalInput,
  actionPreviewQuery,
  approveMutation,
} from '@/lib/client/account-actions';
import { missingOf, paramsOf, problemsByField, startValues } from '@/lib/client/action-form';
import type { ActionsView } from '@/lib/contracts/actions';
import type { Action } from '@/lib/domain/action';
import { ApproveBar } from './approve-bar';
import { sayLimits } from './limits';
import { Panel } from './panel';
import { PreviewBody } from './preview-body';
import { ToolFields } from './tool-fields';
import { useApproval } from './use-approval';

const EDIT_MS = 200;

interface ActionPanelProps {
  conversationId: string;
  tool: ActionsView['writes'][number];
  start: ActionParams;
  /** Why it is proposed. */
  because?: string;
  from: Pick<ApprovalInput, 'origin' | 'originId'>;
  onClose: () => void;
  onApproved: (action: Action) => void;
}

/** An action looked at before it is approved: its parameters, what it would do as they stand, by which rules, and then the approval. */
export const ActionPanel = ({
  conversationId,
  tool,
  start,
  because,
  from,
  onClose,
  onApproved,
}: ActionPanelProps) => {
  const client = useQueryClient();
  const { me } = useDesk();
  const [values, setValues] = useState(() => startValues(tool.fields, start));
  const settled = useDebounced(values, EDIT_MS);
  const missing = missingOf(tool.fields, values);
  const params = paramsOf(tool.fields, start, settled);
  const complete = missingOf(tool.fields, settled).length === 0;
  const query = useQuery({ ...actionPreviewQuery(conversationId, tool.id, params), enabled: complete });
  const preview = complete && missing.length === 0 ? query.data : undefined;
  const checking = complete && (values !== settled || query.isFetching || query.isPlaceholderData);
  const again = (): void => void query.refetch();
  const mutation = useMutation(approveMutation(client, conversationId));
  const approval = useApproval(
    { preview, checking, question: JSON.stringify(params), missing, again },
    {
      isPending: mutation.isPending,
      error: mutation.error,
      send: async (seal) => (await mutation.mutateAsync({ ...seal, ...from, tool: tool.id, params })).action,
    },
    (action) => {
      if (action !== null) onApproved(action);
    },
  );
  const { byField, general } = problemsByField(
    tool.fields,
    preview?.is === 'impossible' ? preview.problems : [],
  );
  const limits = tool.limits === null ? null : sayLimits(tool.limits, me.role);

  return (
    <Panel title={tool.title} onClose={onClose} onApprove={approval.approve}>
      {because === undefined ? null : <p className="text-muted text-xs">Because: {because}</p>}
      <ToolFields fields={tool.fields} values={values} problems={byField} onChange={setValues} />
      <PreviewBody
        preview={preview}
        checking={checking}
        error={complete ? query.error : null}
        outdated={approval.outdated}
        again={again}
        note={limits}
        problems={general}
      />
      <ApproveBar preview={preview} approval={approval} label="Approve" />
    </Panel>
  );
};
