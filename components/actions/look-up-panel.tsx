'use client';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { type ActionParams, lookUpQuery } from '@/lib/client/account-actions';
import { missingOf, paramsOf, problemsByField, startValues } from '@/lib/client/action-form';
import { connection } from '@/lib/client/connection';
import { explain } from '@/lib/client/query-client';
import { useStore } from '@/lib/client/store';
import type { ActionsView } from '@/lib/contracts/actions';
import { Panel } from './panel';
import { ToolFields } from './tool-fields';

interface LookUpPanelProps {
  conversationId: string;
  tool: ActionsView['reads'][number];
  onClose: () => void;
}

const NOTHING: ActionParams = {};

/** Something looked up about this account. It changes nothing, so it is asked at once when nothing has to be filled in. */
export const LookUpPanel = ({ conversationId, tool, onClose }: LookUpPanelProps) => {
  const { fields } = tool;
  const [values, setValues] = useState(() => startValues(fields, NOTHING));
  const [asked, setAsked] = useState(() =>
    missingOf(fields, values).length === 0 ? paramsOf(fields, NOTHING, values) : null,
  );
  const offline = useStore(connection) === 'lost';
  const missing = missingOf(fields, values);
  const { data, error, isFetching, refetch } = useQuery({
    ...lookUpQuery(conversationId, tool.id, asked ?? NOTHING),
    enabled: asked !== null,
  });
  const { byField, general } = problemsByField(fields, data?.is === 'impossible' ? data.problems : []);
  const because = offline
    ? 'No connection. Look it up when it is back.'
    : missing.length > 0
      ? `Fill in: ${missing.join(', ')}`
      : null;
  const look = (): void => {
    if (because !== null || isFetching) return;
    const params = paramsOf(fields, NOTHING, values);
    if (JSON.stringify(params) === JSON.stringify(asked)) void refetch();
    else setAsked(params);
  };
  return (
    <Panel title={tool.title} onClose={onClose} onApprove={look}>
      <ToolFields fields={fields} values={values} problems={byField} onChange={setValues} />
      <div className="flex items-center gap-2">
        <Button size="sm" aria-disabled={because !== null || isFetching} onClick={look}>
          <Search aria-hidden="true" /> Look up
        </Button>
        <span role="status" className="text-muted text-xs">
          {because}
        </span>
      </div>
      {isFetching ? (
        <Loading what={tool.title}>
          <Skeleton className="h-12" />
        </Loading>
      ) : error !== null ? (
        <Fault title="It could not be looked up" detail={explain(error)} retry={() => void refetch()} />
      ) : data?.is === 'found' ? (
        <div role="status" className="flex flex-col gap-1">
          <p className="font-medium">{data.sentence}</p>
          <dl className="flex flex-col text-xs">
            {data.rows.map(({ label, value }) => (
              <div key={`${label} ${value}`} className="grid grid-cols-[8rem_1fr] gap-x-2 border-t py-0.5">
                <dt className="text-muted">{label}</dt>
                <dd className="tabular-nums [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ) : general.length > 0 ? (
        <p role="alert" className="text-danger text-sm">
          {general.join(' · ')}
        </p>
      ) : null}
    </Panel>
  );
};
