'use client';
import { useQuery } from '@tanstack/react-query';
import { Time } from '@/components/marks/time';
import { Badge, type Tone } from '@/components/ui/badge';
import { Fold } from '@/components/ui/fold';
import { Fault } from '@/components/ui/notice';
import { SCROLL_REGION } from '@/components/ui/scroll-region';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { formatLatency } from '@/lib/client/clock';
import { traceQuery } from '@/lib/client/conversations';
import { explain } from '@/lib/client/query-client';
import type { traceSchema } from '@/lib/contracts/cues';
import type { RunState, StepRecord } from '@/lib/domain/run';

type Run = ReturnType<(typeof traceSchema)['parse']>['runs'][number];

const STATES: Record<RunState, Tone> = {
  queued: 'neutral',
  running: 'accent',
  done: 'ok',
  superseded: 'neutral',
  failed: 'danger',
};
const TRIGGERS = {
  'customer-turn': 'customer wrote',
  'rep-turn': 'rep wrote',
  correction: 'correction',
} as const;

/** Millionths of a dollar; an unknown price stays unknown. */
const costOf = (micros: number | null): string =>
  micros === null ? 'price not known' : `$${(micros / 1e6).toFixed(4)}`;

const StepLine = ({ record }: { record: StepRecord }) => (
  <li className="border-b py-1 last:border-0">
    <Fold
      summary={
        <span className="flex min-w-0 flex-1 items-baseline gap-2 text-xs">
          <span className="font-medium text-text">{record.step}</span>
          <span className="truncate">{record.use.engine}</span>
          <span className="ml-auto shrink-0 tabular-nums">{formatLatency(record.latencyMs)}</span>
        </span>
      }
    >
      <div className="ml-4.5 flex flex-col gap-1 py-1 text-2xs text-muted">
        {record.use.hops.map((hop) => (
          <p key={`${hop.engine} ${hop.fault}`} className="text-warn">
            {hop.engine}: {hop.fault}, after {formatLatency(hop.latencyMs)}
          </p>
        ))}
        {record.use.tokensIn + record.use.tokensOut > 0 ? (
          <p className="tabular-nums">
            {record.use.tokensIn} tokens in, {record.use.tokensOut} out, {costOf(record.use.costMicros)}
          </p>
        ) : null}
        <p className="font-mono">input {record.inputHash.slice(0, 12)}</p>
        <pre
          {...SCROLL_REGION}
          className="scroll-thin max-h-64 overflow-auto rounded-md bg-sunken p-2 font-mono"
        >
          {JSON.stringify(record.output, null, 2)}
        </pre>
      </div>
    </Fold>
  </li>
);

const RunBlock = ({ run }: { run: Run }) => (
  <article aria-label={`Run of turn ${run.turnSeq}`} className="rounded-lg border px-2 py-1.5">
    <p className="flex items-center gap-2 text-xs">
      <Badge tone={STATES[run.state]}>{run.state}</Badge>
      <span>
        turn {run.turnSeq}, {TRIGGERS[run.trigger]}
      </span>
      <Time at={run.acceptedAt} className="ml-auto text-faint tabular-nums" />
    </p>
    {run.outcome === null ? null : <p className="text-muted text-xs">Outcome: {run.outcome}</p>}
    {run.error === null ? null : <p className="text-danger text-xs">{run.error}</p>}
    <ol>
      {run.steps.map((record) => (
        <StepLine key={record.step} record={record} />
      ))}
    </ol>
    {run.version === null ? null : (
      <Fold summary={<span className="font-mono text-2xs">version {run.version.id.slice(0, 12)}</span>}>
        <dl className="ml-4.5 grid grid-cols-[auto_1fr] gap-x-2 font-mono text-2xs text-muted [overflow-wrap:anywhere]">
          {Object.entries(run.version.parts).map(([name, value]) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Fold>
    )}
  </article>
);

/** The latest runs, step by step: engine, time, price, what failed on the way, and what came out. */
const Trace = ({ conversationId }: { conversationId: string }) => {
  const { data, isPending, error, refetch } = useQuery(traceQuery(conversationId));
  if (isPending)
    return (
      <Loading what="the trace">
        <Skeleton className="h-32" />
      </Loading>
    );
  if (data === undefined)
    return <Fault title="The trace did not load" detail={explain(error)} retry={() => void refetch()} />;
  if (data.runs.length === 0)
    return (
      <p className="text-muted text-xs">No run yet. The first comes with the customer's next message.</p>
    );
  return (
    <div className="flex flex-col gap-2">
      {data.runs.map((run) => (
        <RunBlock key={run.id} run={run} />
      ))}
    </div>
  );
};

export default Trace;
