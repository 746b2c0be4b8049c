import { BookX } from 'lucide-react';
import { ConflictBadge, InternalBadge, StaleBadge } from '@/components/marks/source-badges';
import { Fold } from '@/components/ui/fold';
import { sayAge } from '@/lib/client/clock';
import type { CueOf } from '@/lib/client/patch-cues';
import { Conflicts } from './conflicts';

/** What the knowledge base says, folded: the reply already cites what it used. */
export const Passages = ({ cue }: { cue: CueOf<'passages'> }) => {
  const { passages, gap, confidence } = cue.payload.retrieval;
  return (
    <section aria-label="Knowledge" className="border-b px-4 py-2">
      {gap ? (
        <p className="flex items-center gap-1.5 py-1 text-warn text-xs">
          <BookX aria-hidden="true" className="size-3.5" /> No article fits well; the best is{' '}
          {confidence.toFixed(2)} relevant.
        </p>
      ) : null}
      {passages.length === 0 ? null : (
        <Fold summary={`Knowledge: ${passages.length} passages`}>
          <ul className="mt-1 ml-4.5 flex flex-col gap-2">
            {passages.map((passage) => (
              <li key={passage.chunkId} className="text-xs">
                <p className="flex flex-wrap items-center gap-x-2">
                  <span className="font-medium">{passage.title}</span>
                  <span className="text-faint tabular-nums">
                    {passage.relevance.toFixed(2)} · checked {sayAge(passage.ageDays)}
                  </span>
                  {passage.stale ? <StaleBadge /> : null}
                  {passage.audience === 'internal' ? <InternalBadge /> : null}
                  {passage.conflicts?.length ? <ConflictBadge /> : null}
                </p>
                <p className="text-muted">{passage.text}</p>
                <Conflicts conflicts={passage.conflicts} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  );
};
