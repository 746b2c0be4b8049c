'use client';
import { ConflictBadge, InternalBadge, StaleBadge } from '@/components/marks/source-badges';
import { Popover } from '@/components/ui/popover';
import { sayAge } from '@/lib/client/clock';
import type { Citation } from '@/lib/domain/resolution';
import { Conflicts } from './conflicts';

const NUMBER =
  'mt-0.5 grid size-4 shrink-0 place-items-center rounded bg-sunken font-medium text-2xs text-muted tabular-nums';

const Source = ({ source }: { source: Citation }) =>
  source.of === 'account' ? (
    <p className="flex items-start gap-2 px-1 text-xs">
      <span className={NUMBER}>{source.n}</span>
      <span>
        <span className="text-faint">Account: </span>
        {source.fact} {source.value}
      </span>
    </p>
  ) : (
    <Popover
      label={source.title}
      trigger={
        <button
          type="button"
          className="flex w-full items-start gap-2 rounded px-1 text-left text-xs hover:bg-hover"
        >
          <span className={NUMBER}>{source.n}</span>
          <span className="min-w-0 flex-1">
            <span className="underline decoration-dotted underline-offset-2">{source.title}</span>{' '}
            <span className="text-faint">checked {sayAge(source.ageDays)}</span>
          </span>
          {source.stale ? <StaleBadge /> : null}
          {source.audience === 'internal' ? <InternalBadge /> : null}
          {source.conflicts?.length ? <ConflictBadge /> : null}
        </button>
      }
    >
      <p className="mb-1 font-medium">{source.title}</p>
      <blockquote className="border-accent border-l-2 pl-2">{source.quote}</blockquote>
      <Conflicts conflicts={source.conflicts} />
      <p className="mt-2 font-mono text-2xs text-faint">{source.chunkId}</p>
    </Popover>
  );

/** What a reply stands on, numbered, each with its freshness and its words. */
export const Sources = ({ sources }: { sources: readonly Citation[] }) => (
  <ol aria-label="Sources" className="mt-2 flex flex-col gap-1">
    {sources.map((source) => (
      <li key={source.n}>
        <Source source={source} />
      </li>
    ))}
  </ol>
);
