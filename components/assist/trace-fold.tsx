'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Fold } from '@/components/ui/fold';
import { Skeleton } from '@/components/ui/skeleton';

const Trace = dynamic(() => import('./trace'), { ssr: false, loading: () => <Skeleton className="h-32" /> });

/** The trace, fetched when it is unfolded. */
export const TraceFold = ({ conversationId }: { conversationId: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <section aria-label="Trace" className="px-4 py-2">
      <Fold summary="Trace" onToggle={setOpen}>
        <div className="mt-2">{open ? <Trace conversationId={conversationId} /> : null}</div>
      </Fold>
    </section>
  );
};
