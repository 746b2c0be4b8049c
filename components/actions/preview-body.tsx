'use client';
import { CircleAlert, GitCompareArrows } from 'lucide-react';
import { cn } from '@/components/ui/class-names';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { previewDifferences } from '@/lib/client/preview-difference';
import { explain } from '@/lib/client/query-client';
import type { ActionPreview } from '@/lib/contracts/actions';
import { ClauseTrace } from './clause-trace';
import { EffectView } from './effect-view';
import type { Outdated } from './use-approval';

/** What became different between what was approved and what would happen now. */
const Different = ({ outdated, now }: { outdated: Outdated; now: ActionPreview }) => {
  const differences = previewDifferences(outdated.before, now);
  return (
    <section
      aria-label="What is different now"
      role="alert"
      className="rounded-md bg-warn-soft px-2 py-1.5 text-xs"
    >
      <p className="flex items-center gap-1.5 font-medium text-warn">
        <GitCompareArrows aria-hidden="true" className="size-3.5" /> It is no longer as you saw it. Nothing
        ran.
      </p>
      {differences.length === 0 ? (
        <p className="mt-1 text-muted">{outdated.why}</p>
      ) : (
        <ul className="mt-1 flex flex-col gap-0.5">
          {differences.map(({ what, before: was, after }) => (
            <li key={what}>
              <span className="font-medium">{what}:</span> <del className="text-muted">{was}</del>{' '}
              <ins className="no-underline">→ {after}</ins>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

interface PreviewBodyProps {
  preview: ActionPreview | undefined;
  checking: boolean;
  error: Error | null;
  outdated: Outdated | null;
  again: () => void;
  /** What may be given, or what has to be filled in. */
  note: string | null;
  /** Problems that belong to no field. */
  problems: readonly string[];
}

const Impossible = ({ problems }: Pick<PreviewBodyProps, 'problems'>) =>
  problems.length === 0 ? null : (
    <ul className="flex flex-col gap-1 text-danger text-sm">
      {problems.map((problem) => (
        <li key={problem} className="flex items-start gap-1.5">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" /> {problem}
        </li>
      ))}
    </ul>
  );

/** What would happen and by which rules. While it is asked again the last answer stays, greyed, so that nothing jumps. */
export const PreviewBody = ({
  preview,
  checking,
  error,
  outdated,
  again,
  note,
  problems,
}: PreviewBodyProps) => (
  <div className="flex min-h-32 flex-col gap-2">
    <div className="flex min-h-4 items-center justify-between gap-2 text-faint text-xs">
      <span>{note}</span>
      <span aria-hidden="true">{checking ? 'checking…' : ''}</span>
    </div>
    {outdated !== null && preview !== undefined && !checking ? (
      <Different outdated={outdated} now={preview} />
    ) : null}
    {error !== null && !checking ? (
      <Fault title="What it would do could not be found out" detail={explain(error)} retry={again} />
    ) : preview === undefined ? (
      checking ? (
        <Loading what="what it would do">
          <Skeleton className="h-20" />
        </Loading>
      ) : null
    ) : (
      <div className={cn('flex flex-col gap-2', checking && 'text-faint [&_*]:text-faint')}>
        {preview.is === 'impossible' ? (
          <Impossible problems={problems} />
        ) : (
          <>
            <EffectView effect={preview.effect} />
            <ClauseTrace clauses={preview.decision.clauses} />
          </>
        )}
      </div>
    )}
  </div>
);
